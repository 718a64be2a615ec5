package hebb.core.plan;

import hebb.core.op.Argument;
import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Concat;
import hebb.core.op.Constant;
import hebb.core.op.CustomGradient;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.op.Pad;
import hebb.core.op.Reshape;
import hebb.core.op.Reverse;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Removes what need not be computed: what is computed twice, what nothing reads, what changes
/// nothing. No bit of a result changes.
///
/// - equal ops of equal inputs become one node; gradient rules, having done their duty, go
/// - reshapes, transposes, casts, broadcasts, slices, pads and flips that do nothing go; two
///   reshapes or two transposes become one, two equal flips none; a matrix product reads a
///   transposed operand where it lies
/// - a pointwise op repeats a broadcast operand by itself
/// - pointwise ops of scalar constants are computed; `x · 1`, `x / 1` and `x - 0` are x
public final class Simplify {
    private final Map<Key, Node> known = new HashMap<>();
    private final Map<Node, Node> simple = new HashMap<>();

    private Simplify() {}

    /// An equal graph of fewer nodes. The arguments are the same nodes.
    public static Graph of(Graph graph) {
        var pass = new Simplify();
        for (var argument : graph.arguments()) {
            pass.simple.put(argument, argument);
        }
        for (var node : graph.nodes()) {
            pass.simple.computeIfAbsent(node, pass::simplified);
        }
        return graph.withResults(graph.results().stream().map(pass.simple::get).toList());
    }

    private Node simplified(Node node) {
        if (node.op() instanceof Argument) {
            return node;
        }
        var inputs = new ArrayList<Node>(node.inputs().size());
        boolean same = true;
        for (var input : node.inputs()) {
            var s = simple.get(input);
            inputs.add(s);
            same &= s == input;
        }
        return rewritten(same ? node : Node.of(node.op(), inputs));
    }

    private Node made(Op op, Node... inputs) {
        return rewritten(Node.of(op, inputs));
    }

    private Node rewritten(Node node) {
        var better =
                switch (node.op()) {
                    case CustomGradient _ -> node.input(0);
                    case Reshape _ -> reshape(node);
                    case Transpose t -> transpose(t, node);
                    case MatMul m -> matMul(m, node);
                    case Broadcast b -> broadcast(b, node);
                    case Binary b -> binary(b, node);
                    case Unary u -> unary(u, node);
                    case Cast c -> cast(c, node);
                    case Compare _, Select _ -> unrepeated(node);
                    case Slice _, Pad _ -> sameShape(node);
                    case Reverse r -> reverse(r, node);
                    case Concat _ -> node.inputs().size() == 1 ? node.input(0) : node;
                    default -> node;
                };
        return known.computeIfAbsent(new Key(better.op(), better.inputs(), better), _ -> better);
    }

    private static Node sameShape(Node node) {
        return node.shape().equals(node.input(0).shape()) ? node.input(0) : node;
    }

    private Node reshape(Node node) {
        var x = node.input(0);
        if (x.shape().equals(node.shape())) {
            return x;
        }
        return x.op() instanceof Reshape ? made(new Reshape(node.shape()), x.input(0)) : node;
    }

    private Node transpose(Transpose op, Node node) {
        var x = node.input(0);
        if (x.op() instanceof Transpose first) {
            return made(
                    new Transpose(op.axes().stream().map(a -> first.axes().get(a)).toList()),
                    x.input(0));
        }
        boolean moves = false;
        int before = -1;
        for (int axis : op.axes()) {
            if (x.shape().dim(axis) != 1) {
                moves |= axis < before;
                before = axis;
            }
        }
        // axes of length 1 may go anywhere: the elements keep their order
        return moves ? node : made(new Reshape(node.shape()), x);
    }

    private Node matMul(MatMul op, Node node) {
        var a = node.input(0);
        var b = node.input(1);
        boolean transposedA = exchangesLast(a);
        boolean transposedB = exchangesLast(b);
        if (!transposedA && !transposedB) {
            return node;
        }
        return Node.of(
                new MatMul(op.transposeA() ^ transposedA, op.transposeB() ^ transposedB),
                transposedA ? a.input(0) : a,
                transposedB ? b.input(0) : b);
    }

    private static boolean exchangesLast(Node node) {
        if (!(node.op() instanceof Transpose t)) {
            return false;
        }
        int rank = t.axes().size();
        for (int i = 0; i < rank - 2; i++) {
            if (t.axes().get(i) != i) {
                return false;
            }
        }
        return t.axes().get(rank - 2) == rank - 1;
    }

    private Node broadcast(Broadcast op, Node node) {
        var x = node.input(0);
        if (x.shape().equals(node.shape())) {
            return x;
        }
        return x.op() instanceof Broadcast ? made(op, x.input(0)) : node;
    }

    private Node cast(Cast op, Node node) {
        var x = node.input(0);
        if (x.dtype() == op.dtype()) {
            return x;
        }
        return node;
    }

    private Node reverse(Reverse op, Node node) {
        var x = node.input(0);
        if (x.op().equals(op)) {
            return x.input(0);
        }
        var shape = node.shape();
        return op.axes().stream().allMatch(a -> shape.dim(a) <= 1) ? x : node;
    }

    private static Node unary(Unary op, Node node) {
        var x = node.input(0);
        if (scalar(x) && x.dtype() == DType.FLOAT32) {
            return Node.scalar(op.apply((float) value(x)), DType.FLOAT32);
        }
        return scalar(x) && x.dtype() == DType.FLOAT64
                ? Node.scalar(op.apply(value(x)), DType.FLOAT64)
                : node;
    }

    private Node binary(Binary op, Node node) {
        var plain = unrepeated(node);
        if (plain != node) {
            return plain; // and as simple as can be
        }
        var a = plain.input(0);
        var b = plain.input(1);
        if (!a.dtype().isFloating()) {
            return plain;
        }
        if (scalar(a) && scalar(b)) {
            return a.dtype() == DType.FLOAT32
                    ? Node.scalar(op.apply((float) value(a), (float) value(b)), DType.FLOAT32)
                    : Node.scalar(op.apply(value(a), value(b)), DType.FLOAT64);
        }
        boolean neutral =
                switch (op) {
                    case MUL, DIV -> isScalar(b, 1);
                    case SUB -> isScalar(b, 0);
                    default -> false;
                };
        if (neutral && a.shape().equals(node.shape())) {
            return a;
        }
        boolean neutralFirst = op == Binary.MUL && isScalar(a, 1);
        return neutralFirst && b.shape().equals(node.shape()) ? b : plain;
    }

    /// A pointwise node whose operands are as small as they may be without changing its shape.
    private Node unrepeated(Node node) {
        var inputs = new ArrayList<>(node.inputs());
        boolean changed = false;
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).op() instanceof Broadcast) {
                var larger = inputs.set(i, inputs.get(i).input(0));
                if (shape(inputs).equals(node.shape())) {
                    changed = true;
                } else {
                    inputs.set(i, larger);
                }
            }
        }
        return changed ? rewritten(Node.of(node.op(), inputs)) : node;
    }

    private static Shape shape(List<Node> inputs) {
        var shape = Shape.of();
        for (var input : inputs) {
            shape = Broadcasting.of("", shape, input.shape());
        }
        return shape;
    }

    private static boolean scalar(Node node) {
        return node.op() instanceof Constant && node.shape().rank() == 0;
    }

    private static double value(Node scalar) {
        var data = ((Constant) scalar.op()).data();
        return data instanceof float[] f ? f[0] : ((double[]) data)[0];
    }

    /// Whether it is a constant that is `value` (and not -0, where that is 0).
    private static boolean isScalar(Node node, double value) {
        return scalar(node)
                && Double.doubleToRawLongBits(value(node)) == Double.doubleToRawLongBits(value);
    }

    /// What makes two nodes one. An argument is only itself.
    private record Key(Op op, List<Node> inputs, Node node) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key k
                    && op.equals(k.op)
                    && inputs.equals(k.inputs)
                    && (node == k.node || !(op instanceof Argument));
        }

        @Override
        public int hashCode() {
            return 31 * op.hashCode() + inputs.hashCode();
        }
    }
}
