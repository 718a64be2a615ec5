package hebb.bench;

import hebb.bench.Contender.Side;
import hebb.bench.Worker.Round;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Trains one network with each contender in turn, A B C A B C, so that what disturbs the machine
/// disturbs all alike; while one computes, the others wait.
final class Race {
    private final List<Worker> workers;
    private final int rounds;
    private final PrintWriter out;

    Race(List<Worker> workers, int rounds, PrintWriter out) {
        this.workers = workers;
        this.rounds = rounds;
        this.out = out;
    }

    /// The standings: one, or a second where the first was not steady.
    List<Standing> run(Network network) {
        var ready = warmedUp(network);
        var first = standing(network, ready);
        return first.steady() ? List.of(first) : List.of(first, standing(network, ready));
    }

    private Map<Worker, WarmUp> warmedUp(Network network) {
        var ready = new LinkedHashMap<Worker, WarmUp>();
        say("%nWarming up for %s:%n".formatted(network.name()));
        for (var worker : workers) {
            var name = worker.contender().name();
            try {
                worker.prepare(network);
                var warmUp = WarmUp.of(worker);
                ready.put(worker, warmUp);
                say("  %s, %s%n".formatted(name, Report.time(warmUp.blockNanos().getLast())));
            } catch (WorkerFailure failure) {
                if (worker.contender().side() == Side.HEBB) {
                    throw failure;
                }
                say("  left out: %s%n".formatted(failure.getMessage()));
            }
        }
        return ready;
    }

    private Standing standing(Network network, Map<Worker, WarmUp> ready) {
        var turns = new LinkedHashMap<Worker, List<Round>>();
        say("Rounds:");
        for (int round = 1; round <= rounds; round++) {
            say(" " + round);
            for (var worker : ready.keySet()) {
                turns.computeIfAbsent(worker, w -> new ArrayList<>())
                        .add(worker.round(network.steps()));
            }
        }
        say("%n".formatted());
        var entries = new ArrayList<Standing.Entry>();
        turns.forEach((worker, results) ->
                entries.add(
                        new Standing.Entry(
                                worker.contender(),
                                ready.get(worker),
                                new StepTimes(results.stream().map(Round::nanos).toList()),
                                results.getLast().loss(),
                                results.getLast().bytes())));
        return new Standing(network, entries);
    }

    private void say(String text) {
        out.print(text);
        out.flush();
    }
}
