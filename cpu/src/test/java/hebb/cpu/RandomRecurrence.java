package hebb.cpu;

import hebb.core.grad.Gradients;
import hebb.core.op.Argument;
import hebb.core.op.Broadcast;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import hebb.core.op.Reduce;
import hebb.core.op.Scan;
import hebb.core.op.ScanCarry;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;

/// A training step of loops over time, made of a seed: gates, masks, a reduction or a transposed
/// kernel in the step, one loop behind another, and updates of all weights in place.
final class RandomRecurrence {
    private final java.util.Random random;
    private final DType dtype;
    private final List<Node> arguments = new ArrayList<>();
    private final List<Node> weights = new ArrayList<>();
    private final int times;
    private final int batch;

    private RandomRecurrence(long seed) {
        random = new java.util.Random(seed);
        dtype = random.nextInt(5) == 0 ? DType.FLOAT64 : DType.FLOAT32;
        times = random.nextInt(6);
        batch = new int[] {0, 1, 4, 16, 25, 40}[random.nextInt(6)];
    }

    static Graph of(long seed) {
        return new RandomRecurrence(seed).build();
    }

    private Graph build() {
        var x = argument(Shape.of(times, batch, 1 + random.nextInt(20)), dtype);
        var mask = argument(Shape.of(times, batch, 1), DType.BOOL);
        var y = x;
        for (int i = 0; i <= random.nextInt(2); i++) {
            y = loop(y, mask, 1 + random.nextInt(40), random.nextBoolean());
        }
        var loss = Reduce.of(Reduce.Kind.SUM, y.times(y), 0, 1, 2);
        var results = new ArrayList<>(List.of(loss));
        var updates = new ArrayList<>(List.of(Graph.NEW));
        var gradients = Gradients.of(loss, weights);
        for (int i = 0; i < weights.size(); i++) {
            results.add(weights.get(i).minus(gradients.get(i).times(1e-3)));
            updates.add(arguments.indexOf(weights.get(i)));
        }
        return new Graph(arguments, results, updates);
    }

    private Node loop(Node x, Node mask, int units, boolean reverse) {
        var h = Node.of(new Argument("h", new Spec(Shape.of(batch, units), dtype)));
        var c = Node.of(new Argument("c", new Spec(Shape.of(batch, units), dtype)));
        var p = Node.of(new Argument("p", new Spec(Shape.of(batch, units), dtype)));
        var at = Node.of(new Argument("x", new Spec(x.shape().drop(0), dtype)));
        var now = Node.of(new Argument("mask", new Spec(Shape.of(batch, 1), DType.BOOL)));
        var kernel = weight(x.shape().dim(-1), 2 * units);
        var recurrent = random.nextBoolean() ? weight(units, 2 * units) : weight(2 * units, units);
        var bias = weight(2 * units);
        boolean turned = recurrent.shape().dim(0) != units;
        var sum =
                Node.of(MatMul.PLAIN, at, kernel)
                        .plus(Node.of(new MatMul(false, turned), h, recurrent))
                        .plus(bias);
        var gate = Node.of(Unary.SIGMOID, columns(sum, 0, units));
        var carried = gate.times(c).plus(Node.of(Unary.TANH, columns(sum, units, 2 * units)));
        if (random.nextBoolean()) {
            carried = carried.plus(p.times(0.5));
        }
        if (random.nextInt(4) == 0) {
            // what one sample does then depends on all others
            carried = carried.minus(Reduce.of(Reduce.Kind.SUM, carried, 0).times(0.01));
        }
        var next = random.nextBoolean() ? Node.of(Unary.TANH, carried) : carried.times(gate);
        var kept = random.nextBoolean() ? Node.of(Select.INSTANCE, now, next, h) : next;
        var zeros = Node.of(new Broadcast(h.shape()), Node.scalar(0, dtype));
        // a state that is another's value before or behind the step, or that stays as it is
        var other = List.of(h, p, kept).get(random.nextInt(3));
        var closed =
                Recurrence.close(
                        List.of(h, c, p),
                        List.of(at, now),
                        List.of(kept, carried, other),
                        List.of());
        var inputs = new ArrayList<>(List.of(zeros, weight(batch, units)));
        inputs.addAll(List.of(weight(batch, units), x, mask));
        inputs.addAll(closed.captured());
        var history = history(closed, kept, reverse, inputs);
        return switch (random.nextInt(6)) {
            case 0 -> history;
            case 1 -> history.plus(history(closed, carried, reverse, inputs));
            case 2 -> history.plus(history(closed, h, reverse, inputs));
            case 3 -> history.plus(history(closed, p, reverse, inputs));
            case 4 -> history.plus(Node.of(new ScanCarry(closed.step(), 1, reverse), inputs));
            default -> {
                var last = Node.of(new ScanCarry(closed.step(), 0, reverse), inputs);
                yield history(closed, c, reverse, inputs).plus(last);
            }
        };
    }

    private static Node history(
            Recurrence.Closed closed, Node node, boolean reverse, List<Node> inputs) {
        return Node.of(new Scan(closed.step(), closed.inner(node), reverse), inputs);
    }

    private static Node columns(Node x, int from, int to) {
        return Node.of(new Slice(List.of(0, from), List.of(Slice.END, to), List.of(1, 1)), x);
    }

    private Node weight(int... dims) {
        var node = argument(Shape.of(dims), dtype);
        weights.add(node);
        return node;
    }

    private Node argument(Shape shape, DType dtype) {
        var node = Node.of(new Argument("a" + arguments.size(), new Spec(shape, dtype)));
        arguments.add(node);
        return node;
    }
}
