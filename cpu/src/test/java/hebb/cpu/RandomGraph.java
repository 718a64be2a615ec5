package hebb.cpu;

import hebb.core.op.ArgReduce;
import hebb.core.op.Argument;
import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Concat;
import hebb.core.op.Constant;
import hebb.core.op.CustomGradient;
import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.Iota;
import hebb.core.op.LogSoftmax;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.op.Pad;
import hebb.core.op.Random;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Reverse;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Softmax;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A graph made of a seed: some arguments, some dozen ops of all kinds but the heaviest, some
/// results, of which some overwrite arguments.
final class RandomGraph {
    private static final Unary[] TAME = {
        Unary.NEG,
        Unary.ABS,
        Unary.SIGN,
        Unary.SQRT,
        Unary.EXP,
        Unary.LOG,
        Unary.TANH,
        Unary.SIGMOID,
        Unary.RELU,
        Unary.FLOOR,
        Unary.ROUND,
        Unary.ERF,
        Unary.SIN
    };

    private final java.util.Random random;
    private final List<Node> pool = new ArrayList<>();
    private final List<Node> arguments = new ArrayList<>();
    private final int[] dims;

    private RandomGraph(long seed) {
        random = new java.util.Random(seed);
        int[][] sizes = {{1, 2, 3}, {1, 4, 16}, {1, 7, 33}, {5, 40, 64}};
        dims = sizes[random.nextInt(sizes.length)];
    }

    static Graph of(long seed) {
        return new RandomGraph(seed).build();
    }

    private Graph build() {
        for (var dtype : DType.values()) {
            for (int i = 0; i < (dtype == DType.FLOAT32 ? 4 : 1); i++) {
                argument(new Spec(shape(), dtype));
            }
        }
        argument(new Spec(Shape.of(), DType.INT64));
        int ops = 5 + random.nextInt(40);
        for (int i = 0; i < ops; i++) {
            try {
                var node = next();
                if (node.shape().size() <= 300_000) {
                    pool.add(node);
                }
            } catch (HebbException _) {
                // the shapes or types did not fit: another one
            }
        }
        return withResults();
    }

    private Graph withResults() {
        var results = new ArrayList<Node>();
        var updates = new ArrayList<Integer>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            results.add(pool.get(pool.size() - 1 - random.nextInt(Math.min(12, pool.size()))));
            updates.add(Graph.NEW);
        }
        for (int a = 0; a < arguments.size(); a++) {
            var spec = arguments.get(a).spec();
            var fitting = pool.stream().filter(n -> n.spec().equals(spec)).toList();
            if (random.nextInt(3) > 0) {
                results.add(fitting.get(random.nextInt(fitting.size())));
                updates.add(a);
            }
        }
        return new Graph(arguments, results, updates);
    }

    private void argument(Spec spec) {
        var node = Node.of(new Argument("a" + arguments.size(), spec));
        arguments.add(node);
        pool.add(node);
    }

    private Node next() {
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> Node.of(TAME[random.nextInt(TAME.length)], any());
            case 3, 4, 5, 6, 7, 8 -> binary();
            case 9 -> compare();
            case 10, 11 -> select();
            case 12 -> Node.of(new Cast(pick(DType.values())), any());
            case 13 -> reduce();
            case 14 -> argReduce();
            case 15 -> broadcast();
            case 16 -> transpose();
            case 17 -> reshape();
            case 18 -> slice();
            case 19 -> random.nextBoolean() ? pad() : reverse();
            case 20 -> indexed();
            case 21 -> source();
            case 22 -> concat();
            default -> rows();
        };
    }

    private Node binary() {
        var a = any();
        var b = random.nextInt(4) == 0 ? Node.scalar(random.nextInt(5) - 2, a.dtype()) : like(a);
        var op = a.dtype() == DType.BOOL ? pick(Binary.MIN, Binary.MAX) : pick(Binary.values());
        if (!a.dtype().isFloating() && (op == Binary.DIV || op == Binary.MOD)) {
            op = Binary.MUL; // of whole numbers, division by 0 is an error
        }
        return random.nextBoolean() ? Node.of(op, a, b) : Node.of(op, b, a);
    }

    private Node compare() {
        var a = any();
        return Node.of(pick(Compare.values()), a, like(a));
    }

    private Node select() {
        var a = any();
        var conditions = pool.stream().filter(n -> n.dtype() == DType.BOOL).toList();
        var b = random.nextBoolean() ? Node.scalar(0, a.dtype()) : like(a);
        return Node.of(Select.INSTANCE, conditions.get(random.nextInt(conditions.size())), a, b);
    }

    private Node reduce() {
        var x = any();
        var axes = IntStream.range(0, x.shape().rank()).filter(_ -> random.nextBoolean()).toArray();
        return Reduce.of(pick(Reduce.Kind.values()), x, axes);
    }

    private Node argReduce() {
        var x = any();
        int axis = random.nextInt(Math.max(1, x.shape().rank()));
        return Node.of(new ArgReduce(pick(ArgReduce.Kind.values()), axis), x);
    }

    private Node broadcast() {
        var x = any();
        var to = x.shape();
        for (int i = 0; i < to.rank(); i++) {
            to = to.dim(i) == 1 ? to.with(i, dim()) : to;
        }
        return Node.of(new Broadcast(random.nextBoolean() ? to.prepend(dim()) : to), x);
    }

    private Node transpose() {
        var x = any();
        var axes = new ArrayList<>(IntStream.range(0, x.shape().rank()).boxed().toList());
        Collections.shuffle(axes, random);
        return Node.of(new Transpose(axes), x);
    }

    private Node reshape() {
        var x = any();
        int size = x.shape().size();
        return switch (random.nextInt(3)) {
            case 0 -> Node.of(new Reshape(Shape.of(size)), x);
            case 1 -> Node.of(new Reshape(x.shape().append(1)), x);
            default -> Node.of(new Reshape(size % 2 == 0 ? Shape.of(2, size / 2) : x.shape()), x);
        };
    }

    private Node slice() {
        var x = any();
        var start = new ArrayList<Integer>();
        var stop = new ArrayList<Integer>();
        var step = new ArrayList<Integer>();
        for (int d : x.shape().dims()) {
            start.add(random.nextInt(d));
            stop.add(start.getLast() + 1 + random.nextInt(d - start.getLast()));
            step.add(1 + random.nextInt(2));
        }
        return Node.of(new Slice(start, stop, step), x);
    }

    private Node pad() {
        var x = any();
        int rank = x.shape().rank();
        return Node.of(new Pad(few(rank), few(rank), few(rank), 1), x);
    }

    private Node reverse() {
        var x = any();
        return Node.of(
                new Reverse(
                        IntStream.range(0, x.shape().rank())
                                .filter(_ -> random.nextBoolean())
                                .boxed()
                                .toList()),
                x);
    }

    private Node indexed() {
        var x = any();
        int axis = random.nextInt(Math.max(1, x.shape().rank()));
        int length = x.shape().dim(axis);
        var indices = new int[1 + random.nextInt(6)];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = random.nextInt(length);
        }
        boolean even = indices.length % 2 == 0 && random.nextBoolean();
        var shape = even ? Shape.of(2, indices.length / 2) : Shape.of(indices.length);
        var constant = Node.of(new Constant(indices, new Spec(shape, DType.INT32)));
        var taken = Node.of(new Gather(axis), x, constant);
        boolean exchanged = even && random.nextBoolean();
        if (random.nextBoolean() && x.dtype() != DType.BOOL) {
            var sum = new ScatterAdd(axis, length);
            if (exchanged && random.nextBoolean()) {
                var turned = new Spec(Shape.of(indices.length / 2, 2), DType.INT32);
                return Node.of(sum, exchanged(taken, axis), Node.of(new Constant(indices, turned)));
            }
            var slices = (exchanged ? exchanged(taken, axis) : taken).times(3);
            return Node.of(sum, exchanged ? exchanged(slices, axis) : slices, constant);
        }
        return exchanged ? exchanged(taken, axis) : taken;
    }

    /// With two neighbouring axes exchanged.
    private static Node exchanged(Node x, int axis) {
        var axes = new ArrayList<>(IntStream.range(0, x.shape().rank()).boxed().toList());
        Collections.swap(axes, axis, axis + 1);
        return Node.of(new Transpose(axes), x);
    }

    private Node source() {
        if (random.nextBoolean()) {
            var spec = new Spec(shape(), pick(DType.FLOAT32, DType.FLOAT64));
            var seeds = arguments.getLast();
            return Node.of(
                    new Random(pick(Random.Kind.values()), spec, "s" + random.nextInt(3)),
                    seeds,
                    seeds);
        }
        var shape = shape().append(dim());
        return Node.of(
                new Iota(new Spec(shape, pick(DType.values())), random.nextInt(shape.rank())));
    }

    private Node concat() {
        var x = any();
        var y = like(x);
        return Node.of(new Concat(random.nextInt(Math.max(1, x.shape().rank()))), x, y, x);
    }

    private Node rows() {
        var x = any();
        return switch (random.nextInt(5)) {
            case 0 -> Node.of(Softmax.INSTANCE, x);
            case 1 -> Node.of(LogSoftmax.INSTANCE, x);
            case 2 -> Node.of(CustomGradient.STOP, x);
            default -> Node.of(new MatMul(random.nextBoolean(), random.nextBoolean()), x, like(x));
        };
    }

    private List<Integer> few(int count) {
        return IntStream.range(0, count).mapToObj(_ -> random.nextInt(3)).toList();
    }

    private Node any() {
        // mostly the latest, so that graphs become deep
        int back = Math.min(random.nextInt(pool.size()), random.nextInt(pool.size()));
        return pool.get(pool.size() - 1 - back);
    }

    /// Another node of that type, of the same shape if there is one, at times of any.
    private Node like(Node x) {
        var typed = pool.stream().filter(n -> n.dtype() == x.dtype()).toList();
        var same = typed.stream().filter(n -> n.shape().equals(x.shape())).toList();
        var from = random.nextInt(3) == 0 ? typed : same;
        return from.get(random.nextInt(from.size()));
    }

    private Shape shape() {
        return Shape.of(IntStream.range(0, random.nextInt(4)).map(_ -> dim()).toArray());
    }

    private int dim() {
        return dims[random.nextInt(dims.length)];
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }

    /// Values for arguments of these specs: small ones, and if `special` some infinite or not a
    /// number.
    static Object[] values(List<Node> arguments, long seed, boolean special) {
        var random = new java.util.Random(seed);
        return arguments.stream().map(a -> values(a.spec(), random, special)).toArray();
    }

    private static Object values(Spec spec, java.util.Random random, boolean special) {
        var array = spec.dtype().array(spec.shape().size());
        for (int i = 0; i < spec.shape().size(); i++) {
            switch (array) {
                case float[] a -> a[i] = (float) number(random, special);
                case double[] a -> a[i] = number(random, special);
                case int[] a -> a[i] = random.nextInt(21) - 10;
                case long[] a -> a[i] = random.nextInt(21) - 10L;
                case byte[] a -> a[i] = (byte) random.nextInt(spec.dtype() == DType.BOOL ? 2 : 256);
                default -> throw new IllegalStateException();
            }
        }
        return array;
    }

    private static double number(java.util.Random random, boolean special) {
        return switch (special ? random.nextInt(40) : 40) {
            case 0 -> 0.0;
            case 1 -> -0.0;
            case 2 -> Double.POSITIVE_INFINITY;
            case 3 -> Double.NaN;
            case 4 -> random.nextInt(5) - 2;
            default -> random.nextGaussian() * 2;
        };
    }

    static String describe(Graph graph) {
        var text = new StringBuilder();
        var numbers = new java.util.IdentityHashMap<Node, Integer>();
        for (var node : graph.nodes()) {
            numbers.put(node, numbers.size());
            text.append(numbers.get(node)).append(" = ").append(node);
            node.inputs().forEach(i -> text.append(" %").append(numbers.get(i)));
            Op op = node.op();
            text.append("   ").append(op).append('\n');
        }
        for (int i = 0; i < graph.results().size(); i++) {
            text.append("result ").append(numbers.get(graph.results().get(i)));
            text.append(" updates ").append(graph.updates().get(i)).append('\n');
        }
        return text.toString();
    }
}
