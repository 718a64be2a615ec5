package hebb.bench;

import hebb.bench.Contender.Side;
import hebb.bench.Worker.Round;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Trains one network with each contender in turn, A B C A B C, so that what disturbs the
/// machine disturbs all alike; while one computes, the others wait.
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
        var ready = new LinkedHashMap<Worker, WarmUp>();
        for (var worker : workers) {
            try {
                worker.prepare(network);
                ready.put(worker, WarmUp.of(worker));
            } catch (WorkerFailure failure) {
                if (worker.contender().side() == Side.HEBB) {
                    throw failure;
                }
                out.println("left out of " + network.name() + ": " + failure.getMessage());
                out.flush();
            }
        }
        var first = standing(network, ready);
        return first.steady() ? List.of(first) : List.of(first, standing(network, ready));
    }

    private Standing standing(Network network, Map<Worker, WarmUp> ready) {
        var turns = new LinkedHashMap<Worker, List<Round>>();
        for (int round = 0; round < rounds; round++) {
            for (var worker : ready.keySet()) {
                turns.computeIfAbsent(worker, w -> new ArrayList<>())
                        .add(worker.round(network.steps()));
            }
        }
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
}
