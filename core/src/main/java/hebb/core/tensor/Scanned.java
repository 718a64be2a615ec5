package hebb.core.tensor;

import hebb.core.op.Argument;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import hebb.core.op.Scan;
import hebb.core.op.ScanCarry;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// What a loop over time makes, and what a step of it makes: results, and the states after it.
///
/// The loop repeats a step for each position of the sequences' first axis. The step is given the
/// states, and what the sequences hold at that time; the results of all steps lie along a new first
/// axis. Keras: `ops.scan`.
///
/// {@snippet :
/// var sums = Scanned.over(List.of(x), List.of(Tensor.zeros(3)), false, (states, at) -> {
///     var sum = states.getFirst().add(at.getFirst());
///     return new Scanned(List.of(sum), List.of(sum));
/// });
/// }
///
/// - `results`: of the loop, (time, …) each; of a step, without time
/// - `states`: after the last step
public record Scanned(List<Tensor> results, List<Tensor> states) {
    public Scanned {
        results = List.copyOf(results);
        states = List.copyOf(states);
    }

    /// Repeats a step, from the last position to the first if `reverse` says so; results lie in the
    /// order of positions either way. What the step makes without its arguments is made once.
    ///
    /// @throws HebbException if the sequences differ in length, or a state changes its shape or
    ///   type
    public static Scanned over(
            List<Tensor> sequences,
            List<Tensor> initial,
            boolean reverse,
            BiFunction<List<Tensor>, List<Tensor>, Scanned> step) {
        if (sequences.isEmpty()) {
            throw HebbException.of("scan", "there is no sequence to go over")
                    .expected("at least one tensor with an axis of time");
        }
        var trace = Trace.current();
        return trace == null
                ? atOnce(sequences, initial, reverse, step)
                : recorded(trace, sequences, initial, reverse, step);
    }

    private static Scanned atOnce(
            List<Tensor> sequences,
            List<Tensor> initial,
            boolean reverse,
            BiFunction<List<Tensor>, List<Tensor>, Scanned> step) {
        int split = sequences.size();
        var all = new ArrayList<>(sequences);
        all.addAll(initial);
        var results =
                Traced.ofAll(
                                xs -> {
                                    var scanned =
                                            over(
                                                    xs.subList(0, split),
                                                    xs.subList(split, xs.size()),
                                                    reverse,
                                                    step);
                                    var joined = new ArrayList<>(scanned.states);
                                    joined.addAll(scanned.results);
                                    return joined;
                                })
                        .runAll(all);
        return new Scanned(
                results.subList(initial.size(), results.size()),
                results.subList(0, initial.size()));
    }

    private static Scanned recorded(
            Trace trace,
            List<Tensor> sequences,
            List<Tensor> initial,
            boolean reverse,
            BiFunction<List<Tensor>, List<Tensor>, Scanned> step) {
        var states = initial.stream().map(s -> argument("state", s.spec())).toList();
        var at = sequences.stream().map(x -> argument("input", atOneTime(x.spec()))).toList();
        var made = step.apply(tensors(trace, states), tensors(trace, at));
        if (made.states.size() != states.size()) {
            throw HebbException.of("scan", "the step returns another number of states")
                    .received(made.states.size())
                    .expected(states.size());
        }
        var next = made.states.stream().map(trace::node).toList();
        var wanted = made.results.stream().map(trace::node).toList();
        var closed = Recurrence.close(states, at, next, wanted);
        var inputs = new ArrayList<>(initial.stream().map(trace::node).toList());
        sequences.forEach(x -> inputs.add(trace.node(x)));
        inputs.addAll(closed.captured());
        var results = new ArrayList<Tensor>();
        for (var node : wanted) {
            var history = new Scan(closed.step(), closed.inner(node), reverse);
            results.add(new Tensor(trace, Node.of(history, inputs)));
        }
        var last = new ArrayList<Tensor>();
        for (int i = 0; i < next.size(); i++) {
            var carry = new ScanCarry(closed.step(), i, reverse);
            last.add(new Tensor(trace, Node.of(carry, inputs)));
        }
        return new Scanned(results, last);
    }

    private static Spec atOneTime(Spec sequence) {
        return new Spec(sequence.shape().drop(0), sequence.dtype());
    }

    private static Node argument(String name, Spec spec) {
        return Node.of(new Argument(name, spec));
    }

    private static List<Tensor> tensors(Trace trace, List<Node> nodes) {
        return nodes.stream().map(n -> new Tensor(trace, n)).toList();
    }
}
