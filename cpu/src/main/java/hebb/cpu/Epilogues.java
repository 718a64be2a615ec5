package hebb.cpu;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Constant;
import hebb.core.op.Convolution;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.MaxPoolGradient;
import hebb.core.op.Node;
import hebb.core.op.Select;
import hebb.core.op.Unary;
import hebb.core.plan.Stage;
import hebb.cpu.window.WindowKernels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what a heavy kernel can do to each value as it stores it: `relu(product + bias)`, and the
/// gradient of a pooling that goes through the relu before it.
final class Epilogues {
    private final Readers readers;
    private final Set<Node> taken = new HashSet<>();

    private Epilogues(Graph graph) {
        readers = new Readers(graph);
    }

    /// Groups of nodes, the heavy one first, that one kernel computes.
    static List<List<Node>> of(Graph graph) {
        var search = new Epilogues(graph);
        var found = new ArrayList<List<Node>>();
        for (var node : graph.nodes()) {
            var group =
                    switch (node.op()) {
                        case MatMul _ -> search.biasAndRelu(node);
                        case Convolution c when WindowKernels.folds(c, node) ->
                                search.biasAndRelu(node);
                        case MaxPoolGradient g when WindowKernels.foldsRelu(g, node) ->
                                search.reluMask(node);
                        default -> List.<Node>of();
                    };
            if (group.size() > 1) {
                search.taken.addAll(group);
                found.add(group);
            }
        }
        return found;
    }

    /// Whether a stage is a product and at most an epilogue: the addition of a row, and behind that
    /// a relu.
    static boolean isOne(Stage stage) {
        var nodes = stage.nodes();
        var product = nodes.getFirst();
        int next = 1;
        if (next < nodes.size() && bias(nodes.get(next), product) != null) {
            next++;
        }
        if (next < nodes.size()
                && nodes.get(next).op() == Unary.RELU
                && nodes.get(next).input(0) == nodes.get(next - 1)) {
            next++;
        }
        return next == nodes.size()
                && List.copyOf(stage.outputs()).equals(List.of(nodes.getLast()));
    }

    private List<Node> biasAndRelu(Node product) {
        var group = new ArrayList<>(List.of(product));
        var next = readers.only(product);
        // of two products of one row each, either could be the other's bias
        if (next != null && bias(next, product) != null && !taken.contains(next)) {
            group.add(next);
            next = readers.only(next);
        }
        if (next != null && next.op() == Unary.RELU) {
            group.add(next);
        }
        return group;
    }

    /// What a node adds to the rows of a product, one value a column, if it does so.
    static @Nullable Node bias(Node sum, Node product) {
        if (sum.op() != Binary.ADD
                || sum.input(0) == sum.input(1)
                || !sum.inputs().contains(product)) {
            return null;
        }
        var other = sum.input(0) == product ? sum.input(1) : sum.input(0);
        int columns = product.shape().dim(-1);
        boolean row =
                other.shape().rank() > 0
                        && other.shape().dim(-1) == columns
                        && other.shape().size() == columns;
        return row && sum.shape().equals(product.shape()) ? other : null;
    }

    private List<Node> reluMask(Node gradient) {
        var choice = readers.only(gradient);
        if (choice == null
                || !(choice.op() instanceof Select)
                || choice.input(1) != gradient
                || !isZero(choice.input(2))) {
            return List.of();
        }
        var condition = choice.input(0);
        boolean positive =
                condition.op() == Compare.GREATER
                        && condition.input(0) == gradient.input(0)
                        && isZero(condition.input(1));
        return positive && readers.only(condition) == choice
                ? List.of(gradient, condition, choice)
                : List.of();
    }

    private static boolean isZero(Node node) {
        return node.op() instanceof Constant c
                && node.shape().rank() == 0
                && c.equals(Constant.scalar(0, node.dtype()));
    }
}
