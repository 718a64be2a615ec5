package hebb.core.op;

import static java.util.Objects.requireNonNull;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One step of a loop over time, as a graph of its own: what [Scan] repeats. Two are the same only
/// if they are one object.
///
/// Its arguments are, in this order, the states before the step, what the sequences hold at its
/// time, and constants, which are the same at all times. `next` are the states after it.
public final class Recurrence {
    private final List<Node> states;
    private final List<Node> sequences;
    private final List<Node> constants;
    private final List<Node> next;
    private final List<Node> arguments;

    /// @throws HebbException if a state is not what it was before: it changes its shape or type
    public Recurrence(
            List<Node> states, List<Node> sequences, List<Node> constants, List<Node> next) {
        this.states = List.copyOf(states);
        this.sequences = List.copyOf(sequences);
        this.constants = List.copyOf(constants);
        this.next = List.copyOf(next);
        var all = new ArrayList<>(states);
        all.addAll(sequences);
        all.addAll(constants);
        arguments = List.copyOf(all);
        if (sequences.isEmpty() || states.size() != next.size()) {
            throw new IllegalArgumentException(
                    "a recurrence takes sequences, and gives each of its states a next value");
        }
        for (int i = 0; i < states.size(); i++) {
            var before = states.get(i).spec();
            var after = next.get(i).spec();
            if (before.dtype() != after.dtype() || !before.shape().matches(after.shape())) {
                throw HebbException.of("scan", "a state is not what it was before the step")
                        .received(before + " becomes " + after)
                        .expected("one shape and type for state " + i + " at all times");
            }
        }
    }

    /// The states before the step.
    public List<Node> states() {
        return states;
    }

    /// What the sequences hold at the step's time.
    public List<Node> sequences() {
        return sequences;
    }

    /// What is the same at all times.
    public List<Node> constants() {
        return constants;
    }

    /// The states after the step.
    public List<Node> next() {
        return next;
    }

    /// States, sequences and constants.
    public List<Node> arguments() {
        return arguments;
    }

    /// The states on which these nodes of the step depend, now or by way of earlier steps.
    public Set<Node> statesBehind(List<Node> nodes) {
        var live = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var wanted = new ArrayList<>(nodes);
        boolean grows = true;
        while (grows) {
            grows = false;
            var below = new HashSet<>(Topology.of(wanted));
            for (int i = 0; i < states.size(); i++) {
                if (below.contains(states.get(i)) && live.add(states.get(i))) {
                    wanted.add(next.get(i));
                    grows = true;
                }
            }
        }
        return live;
    }

    /// All repetitions of a step, in the order of time or against it: the nodes that keep something
    /// of them, [Scan] and [ScanCarry], are computed together, and so are their gradients.
    public record Loop(Recurrence step, boolean reverse) implements Op.Family {
        @Override
        public void gradients(List<Node> ys, List<Node> dys, Adjoints to) {
            ScanGradient.add(this, ys, dys, to);
        }

        /// How often the step is repeated, [Shape#UNKNOWN] if the sequences do not say.
        ///
        /// @throws HebbException if the inputs (states, sequences, constants) are not what the step
        ///   was made for, or the sequences differ in length
        int times(Op op, List<Spec> inputs) {
            Check.count(op, inputs, step.arguments.size());
            int begin = step.states.size();
            int end = begin + step.sequences.size();
            int times = Shape.UNKNOWN;
            for (int i = 0; i < inputs.size(); i++) {
                boolean isSequence = i >= begin && i < end;
                var input = inputs.get(i);
                if (isSequence) {
                    Check.rank(op, input, 1);
                    times = same(op, times, input.shape().dim(0));
                }
                var shape = isSequence ? input.shape().drop(0) : input.shape();
                var expected = step.arguments.get(i).spec();
                if (input.dtype() != expected.dtype() || !shape.matches(expected.shape())) {
                    throw HebbException.of(op.label(), "an input is not what the step was made for")
                            .received(input)
                            .expected(expected + (isSequence ? " at each time" : ""));
                }
            }
            return times;
        }

        private static int same(Op op, int a, int b) {
            if (a != b && a != Shape.UNKNOWN && b != Shape.UNKNOWN) {
                throw HebbException.of(op.label(), "the sequences differ in length")
                        .received(a + " and " + b + " times")
                        .expected("one length");
            }
            return a == Shape.UNKNOWN ? b : a;
        }
    }

    /// A step that was recorded within a larger graph, cut out of it.
    ///
    /// - `step`: its constants stand for what it used of that graph
    /// - `captured`: these very nodes, one for each constant
    /// - `inner`: for each node of the larger graph that depends on the step's time, and for those
    ///   asked for, the node of the step
    public record Closed(Recurrence step, List<Node> captured, Map<Node, Node> inner) {
        public Closed {
            captured = List.copyOf(captured);
        }

        /// The node of the step that stands for a node of the larger graph.
        public Node inner(Node node) {
            return requireNonNull(inner.get(node));
        }
    }

    /// Cuts a step out of the graph in which it was recorded, by its states, its sequences, the
    /// next states and other nodes that are wanted of it. Whatever does not depend on states and
    /// sequences is computed outside, once for all times.
    public static Closed close(
            List<Node> states, List<Node> sequences, List<Node> next, List<Node> wanted) {
        return new Closing(states, sequences).close(next, wanted);
    }

    private static final class Closing {
        final List<Node> states;
        final List<Node> sequences;
        final Map<Node, Node> inner = new HashMap<>();
        final Map<Node, Node> constants = new HashMap<>(); // captured to argument
        final List<Node> captured = new ArrayList<>();

        Closing(List<Node> states, List<Node> sequences) {
            this.states = states;
            this.sequences = sequences;
            states.forEach(a -> inner.put(a, a));
            sequences.forEach(a -> inner.put(a, a));
        }

        Closed close(List<Node> next, List<Node> wanted) {
            var roots = new ArrayList<>(next);
            roots.addAll(wanted);
            for (var node : Topology.of(roots)) {
                if (!inner.containsKey(node)
                        && node.inputs().stream().anyMatch(inner::containsKey)) {
                    inner.put(node, within(node));
                }
            }
            for (var root : roots) {
                inner.computeIfAbsent(root, this::captured);
            }
            var step =
                    new Recurrence(
                            states,
                            sequences,
                            captured.stream().map(constants::get).toList(),
                            next.stream().map(inner::get).toList());
            return new Closed(step, captured, inner);
        }

        private Node within(Node node) {
            if (node.op() instanceof MatMul m
                    && m.transposeB()
                    && !inner.containsKey(node.input(1))) {
                // transposed once for all times
                var turned = captured(Transpose.ofLast(node.input(1)));
                return Node.of(
                        new MatMul(m.transposeA(), false),
                        requireNonNull(inner.get(node.input(0))),
                        turned);
            }
            var inputs = new ArrayList<Node>();
            for (var input : node.inputs()) {
                var known = inner.get(input);
                inputs.add(known != null ? known : captured(input));
            }
            return inputs.equals(node.inputs()) ? node : Node.of(node.op(), inputs);
        }

        private Node captured(Node node) {
            if (isNumber(node) || (node.op() instanceof Broadcast && isNumber(node.input(0)))) {
                return node; // as good inside
            }
            return constants.computeIfAbsent(
                    node,
                    n -> {
                        captured.add(n);
                        return Node.of(new Argument("constant " + captured.size(), n.spec()));
                    });
        }

        private static boolean isNumber(Node node) {
            return node.op() instanceof Constant && node.shape().rank() == 0;
        }
    }
}
