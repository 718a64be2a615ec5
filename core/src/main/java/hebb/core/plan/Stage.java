package hebb.core.plan;

import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Nodes that are computed in one go.
///
/// - `nodes`: each behind its inputs
/// - `inputs`: what they read from elsewhere, as they read it; the roots of these are other stages'
///   outputs, arguments or constants
/// - `outputs`: those of the nodes that others read or that the graph results in
public record Stage(List<Node> nodes, List<Node> inputs, List<Node> outputs) {
    public Stage {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// The stage of these nodes, of which `wanted` are read elsewhere.
    public static Stage of(Collection<Node> nodes, Set<Node> wanted) {
        var own = new HashSet<>(nodes);
        var inputs = new ArrayList<Node>();
        for (var node : nodes) {
            for (var input : node.inputs()) {
                if (!own.contains(input) && !inputs.contains(input)) {
                    inputs.add(input);
                }
            }
        }
        return new Stage(
                List.copyOf(nodes), inputs, nodes.stream().filter(wanted::contains).toList());
    }

    /// Whether every node computes each element from the inputs' elements at the same place alone,
    /// but for what it picks of larger inputs. Which inputs' places the outputs may take is for
    /// [#isPointwiseIn] to say.
    public boolean isPointwise() {
        return isPointwise(nodes);
    }

    private boolean isPointwise(List<Node> nodes) {
        return nodes.stream()
                .allMatch(n ->
                        Fuse.isPointwise(n.op())
                                || (Fuse.isReadThrough(n) && !outputs.contains(n)));
    }

    /// Whether it reads elements of this value that are not where the element it computes is: it
    /// picks them itself.
    public boolean picksFrom(Node root) {
        return nodes.stream()
                .anyMatch(n -> n.op() instanceof Slice && Views.root(n.input(0)) == root);
    }

    /// Whether an output may lie where this input of its shape lies. Behind a product or sums of
    /// rows that is so as well, because an engine finishes some of their rows before it begins the
    /// next, but not for what the product or the sums themselves read.
    public boolean isPointwiseIn(Node root) {
        if (picksFrom(root) || nodes.stream().noneMatch(node -> reads(node, root))) {
            return false;
        }
        var first = nodes.getFirst();
        var rest = nodes.subList(1, nodes.size());
        boolean behindRows =
                makesRows(first)
                        && first.shape().dim(0) > 1 // else a bias is as large as the output
                        && !reads(first, root)
                        && isPointwise(rest);
        return isPointwise() || behindRows;
    }

    private static boolean reads(Node node, Node root) {
        return node.inputs().stream().anyMatch(x -> Views.root(x) == root);
    }

    /// Whether a node makes a matrix of which some rows can be done before others are begun: a
    /// product, or sums of rows.
    public static boolean makesRows(Node node) {
        return node.shape().rank() == 2
                && (node.op() instanceof MatMul
                        || (node.op() instanceof ScatterAdd s && s.axis() == 0));
    }

    /// Whether an element of this value is read: it or a reshape of it is an input.
    public boolean reads(Node root) {
        return inputs.stream().anyMatch(i -> Views.root(i) == root);
    }

    /// `multiply, add, relu -> float32(32, 128)`.
    @Override
    public String toString() {
        return nodes.stream().map(n -> n.op().label()).collect(Collectors.joining(", "))
                + outputs.stream()
                        .map(n -> n.spec().toString())
                        .collect(Collectors.joining(", ", " -> ", ""));
    }
}
