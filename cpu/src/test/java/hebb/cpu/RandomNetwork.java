package hebb.cpu;

import hebb.core.grad.Gradients;
import hebb.core.op.Argument;
import hebb.core.op.AveragePool;
import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Convolution;
import hebb.core.op.Graph;
import hebb.core.op.LogSoftmax;
import hebb.core.op.MatMul;
import hebb.core.op.MaxPool;
import hebb.core.op.Node;
import hebb.core.op.Random;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A training step of a small network, made of a seed: convolutions, poolings, dropout and dense
/// layers in some order, a loss, and updates of all weights in place.
final class RandomNetwork {
    private final java.util.Random random;
    private final DType dtype;
    private final List<Node> arguments = new ArrayList<>();
    private final List<Node> weights = new ArrayList<>();

    private RandomNetwork(long seed) {
        random = new java.util.Random(seed);
        dtype = random.nextInt(5) == 0 ? DType.FLOAT64 : DType.FLOAT32;
    }

    static Graph of(long seed) {
        return new RandomNetwork(seed).build();
    }

    private Graph build() {
        int rank = random.nextInt(4); // of the images; 0: rows
        int batch = pick(1, 3, 8, 16);
        var dims = IntStream.range(0, rank).map(_ -> pick(4, 7, 9)).toArray();
        var x = argument(Shape.of(batch).append(dims).append(pick(1, 3, 16)), dtype);
        var step = argument(Shape.of(), DType.INT64);
        var h = x;
        for (int i = 0; i < 4; i++) {
            try {
                h = rank == 0 ? dense(h) : spatial(h, rank);
            } catch (HebbException _) {
                // a window larger than what is left of the image
            }
            h = after(h, step, i);
        }
        h =
                Node.of(
                        LogSoftmax.INSTANCE,
                        dense(h.reshape(Shape.of(batch, h.shape().size() / batch))));
        var loss = h.times(x.shape().rank() > 2 ? 0.5 : 1.5).sum(0, 1).reshape(Shape.of());
        return updated(loss, step);
    }

    private Node spatial(Node x, int rank) {
        var window = window(rank);
        return switch (random.nextInt(4)) {
            case 0 -> Node.of(new MaxPool(window), x);
            case 1 -> Node.of(new AveragePool(window), x);
            default -> {
                int channels = x.shape().dim(-1);
                int groups = channels % 4 == 0 && random.nextInt(4) == 0 ? 4 : 1;
                int filters = pick(4, 8, 20);
                var kernel = weight(Shape.of(window.size()).append(channels / groups, filters));
                yield biased(Node.of(new Convolution(window, groups), x, kernel), filters);
            }
        };
    }

    private Node dense(Node x) {
        int units = pick(3, 10, 33);
        var y = Node.of(MatMul.PLAIN, x, weight(Shape.of(x.shape().dim(-1), units)));
        return biased(y, units);
    }

    private Node biased(Node x, int units) {
        return random.nextInt(4) == 0 ? x : x.plus(weight(Shape.of(units)));
    }

    private Node after(Node x, Node step, int layer) {
        return switch (random.nextInt(5)) {
            case 0 -> x;
            case 1 -> Node.of(Unary.TANH, x);
            case 2 -> dropout(x, step, "dropout " + layer);
            default -> Node.of(Unary.RELU, x);
        };
    }

    private Node dropout(Node x, Node step, String stream) {
        var drawn = Node.of(new Random(Random.Kind.UNIFORM, x.spec(), stream), step, step);
        var kept = Node.of(Compare.GREATER_EQUAL, drawn, Node.scalar(0.25, dtype));
        return x.times(1 / 0.75).where(kept);
    }

    private Window window(int rank) {
        int k = pick(1, 2, 3);
        int stride = pick(1, 1, 2, k);
        int low = pick(0, 0, 1);
        int high = pick(0, low);
        return new Window(
                all(rank, k),
                all(rank, stride),
                all(rank, pick(1, 1, 2)),
                all(rank, low),
                all(rank, high));
    }

    private static List<Integer> all(int count, int value) {
        return java.util.Collections.nCopies(count, value);
    }

    private Graph updated(Node loss, Node step) {
        var results = new ArrayList<Node>();
        var updates = new ArrayList<Integer>();
        results.add(loss);
        updates.add(Graph.NEW);
        var gradients = Gradients.of(loss, weights);
        var time = Node.of(new Cast(dtype), step);
        for (int i = 0; i < weights.size(); i++) {
            var w = weights.get(i);
            var g = gradients.get(i);
            if (random.nextBoolean()) {
                update(results, updates, w, w.minus(g.times(0.01)));
            } else {
                var m = argument(w.shape(), dtype);
                var v = argument(w.shape(), dtype);
                var mean = m.plus(g.minus(m).times(0.1));
                var squares = v.plus(g.times(g).minus(v).times(0.001));
                var rate = Node.of(Binary.POW, Node.scalar(0.9, dtype), time).times(0.01);
                var root = Node.of(Unary.SQRT, Node.of(Unary.ABS, squares));
                update(results, updates, m, mean);
                update(results, updates, v, squares);
                update(
                        results,
                        updates,
                        w,
                        w.minus(mean.times(rate).over(root.plus(Node.scalar(1e-3, dtype)))));
            }
        }
        update(results, updates, step, step.plus(Node.scalar(1, DType.INT64)));
        if (random.nextInt(3) == 0 && !weights.isEmpty()) {
            // the old value is a result too, and one that another update needs
            results.add(weights.getFirst());
            updates.add(Graph.NEW);
            results.add(
                    Node.of(
                            new Broadcast(weights.getFirst().shape().prepend(2)),
                            weights.getFirst()));
            updates.add(Graph.NEW);
        }
        return new Graph(arguments, results, updates);
    }

    private void update(List<Node> results, List<Integer> updates, Node old, Node value) {
        results.add(value);
        updates.add(arguments.indexOf(old));
    }

    private Node weight(Shape shape) {
        var weight = argument(shape, dtype);
        weights.add(weight);
        return weight;
    }

    private Node argument(Shape shape, DType type) {
        var node = Node.of(new Argument("a" + arguments.size(), new Spec(shape, type)));
        arguments.add(node);
        return node;
    }

    private int pick(int... of) {
        return of[random.nextInt(of.length)];
    }
}
