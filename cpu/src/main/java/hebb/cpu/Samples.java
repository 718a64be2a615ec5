package hebb.cpu;

import hebb.core.op.Argument;
import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Concat;
import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionInputGradient;
import hebb.core.op.CustomGradient;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.op.Pad;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Reverse;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The same graph for some of a batch's samples, where no sample depends on another: then threads
/// can each have their own.
///
/// Samples are the positions of the first axis of some arguments and of all results.
final class Samples {
    private final Graph graph;
    private final int batch;
    private final int count;
    private final Set<Node> split; // arguments that hold samples
    private final Map<Node, Node> smaller = new HashMap<>();
    private @Nullable Node suspect;

    private Samples(Graph graph, int batch, int count, Set<Node> split) {
        this.graph = graph;
        this.batch = batch;
        this.count = count;
        this.split = split;
    }

    /// A graph for some samples.
    ///
    /// - `graph`: with arguments of its own
    /// - `split`: of each argument, whether it holds samples; else it is the same for all
    record Part(Graph graph, List<Boolean> split) {}

    /// The graph for `count` of its samples, if it has such. Those of the first `certain` arguments
    /// hold samples whose first axis is as long as the first argument's.
    static Optional<Part> of(Graph graph, int certain, int count) {
        var arguments = graph.arguments();
        if (certain == 0 || arguments.getFirst().shape().rank() == 0) {
            return Optional.empty();
        }
        int batch = arguments.getFirst().shape().dim(0);
        var split = new HashSet<Node>();
        for (var argument : arguments.subList(0, certain)) {
            if (argument.shape().rank() > 0 && argument.shape().dim(0) == batch) {
                split.add(argument);
            }
        }
        while (true) {
            var samples = new Samples(graph, batch, count, split);
            if (samples.isSplit()) {
                return Optional.of(samples.part());
            }
            // an argument taken for the same for all samples may be one that holds them
            if (samples.suspect == null || !split.add(samples.suspect)) {
                return Optional.empty();
            }
        }
    }

    private Part part() {
        var arguments = graph.arguments();
        return new Part(
                new Graph(
                        arguments.stream().map(smaller::get).toList(),
                        graph.results().stream().map(smaller::get).toList(),
                        graph.updates()),
                arguments.stream().map(split::contains).toList());
    }

    private boolean isSplit() {
        for (var argument : graph.arguments()) {
            smaller.put(argument, split.contains(argument) ? argument(argument) : argument);
        }
        for (var node : graph.nodes()) {
            if (!smaller.containsKey(node)) {
                var made = made(node);
                if (made == null) {
                    return false;
                }
                smaller.put(node, made);
            }
        }
        return graph.results().stream().allMatch(this::isSplit);
    }

    private Node argument(Node node) {
        var shape = node.shape().with(0, count);
        return Node.of(new Argument("part", new Spec(shape, node.dtype())));
    }

    /// Whether a node holds samples.
    private boolean isSplit(Node node) {
        return split.contains(node)
                || (!(node.op() instanceof Argument) && smaller.get(node) != node);
    }

    /// A node for fewer samples; itself if it holds none; null if its samples depend on each other.
    private @Nullable Node made(Node node) {
        if (node.inputs().stream().noneMatch(this::isSplit)) {
            return node.op() instanceof Broadcast b && repeatsAll(node)
                    ? Node.of(fewer(b), node.inputs())
                    : node;
        }
        var op = smaller(node);
        return op == null ? null : Node.of(op, node.inputs().stream().map(smaller::get).toList());
    }

    /// Whether a broadcast repeats something for each sample alike.
    private boolean repeatsAll(Node node) {
        var x = node.input(0).shape();
        var y = node.shape();
        return y.rank() > 0
                && y.dim(0) == batch
                && batch != 1
                && (x.rank() < y.rank() || x.dim(0) == 1);
    }

    private Broadcast fewer(Broadcast op) {
        return new Broadcast(op.shape().with(0, count));
    }

    private @Nullable Op smaller(Node node) {
        var x = node.input(0);
        var first = node.shape().rank() == 0 ? 0 : node.shape().dim(0);
        return switch (node.op()) {
            case Unary _, Cast _, CustomGradient _ -> node.op();
            case Binary _, Compare _, Select _ -> isRowByRow(node) ? node.op() : null;
            case Broadcast b -> x.shape().rank() == node.shape().rank() ? fewer(b) : null;
            case MatMul m -> isRowByRow(m, node) ? m : null;
            case Reshape r when first == batch -> new Reshape(r.shape().with(0, count));
            case Transpose t when t.axes().getFirst() == 0 -> t;
            case Slice s when s.start().getFirst() == 0 && first == batch -> {
                var stop = new ArrayList<>(s.stop());
                stop.set(0, Slice.END);
                yield new Slice(s.start(), stop, s.step());
            }
            case Pad p when p.low().getFirst() == 0 && first == batch -> p;
            case Reverse r when !r.axes().contains(0) -> r;
            case Concat c when c.axis() != 0 && node.inputs().stream().allMatch(this::isSplit) -> c;
            case Reduce r when !r.axes().contains(0) -> r;
            case Convolution c when !isSplit(node.input(1)) -> c;
            case ConvolutionInputGradient c when isSplit(x) && !isSplit(node.input(1)) ->
                    new ConvolutionInputGradient(
                            c.window(), c.groups(), c.inputShape().with(0, count));
            default -> null;
        };
    }

    /// Whether each row of a product is made of its own row of the first matrix, or each matrix of
    /// a batch of its own.
    private boolean isRowByRow(MatMul op, Node node) {
        return node.shape().rank() > 2
                ? isRowByRow(node)
                : !op.transposeA() && isSplit(node.input(0)) && !isSplit(node.input(1));
    }

    /// Whether position i of the first axis is made of the inputs' positions i.
    private boolean isRowByRow(Node node) {
        for (var input : node.inputs()) {
            boolean whole = input.shape().rank() == node.shape().rank();
            if (isSplit(input) ? !whole : whole && input.shape().dim(0) != 1) {
                suspect = input.op() instanceof Argument ? input : suspect;
                return false;
            }
        }
        return true;
    }
}
