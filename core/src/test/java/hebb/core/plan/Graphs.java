package hebb.core.plan;

import hebb.core.op.Argument;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// Nodes and graphs in few words.
final class Graphs {
    private Graphs() {}

    static Node argument(String name, int... dims) {
        return Node.of(new Argument(name, Spec.of(dims)));
    }

    static Node bool(String name, int... dims) {
        return Node.of(new Argument(name, new Spec(Shape.of(dims), DType.BOOL)));
    }

    /// The graph of results whose arguments need not be named.
    static Graph graph(Node... results) {
        var arguments =
                Graph.of(List.of(), List.of(results)).nodes().stream()
                        .filter(n -> n.op() instanceof Argument)
                        .toList();
        return Graph.of(arguments, List.of(results));
    }

    /// The simplified graph of one result.
    static Node simplified(Node result) {
        return Simplify.of(graph(result)).results().getFirst();
    }

    /// The ops of a graph, each behind its inputs, but for arguments.
    static List<Op> ops(Node result) {
        return Graph.of(List.of(), List.of(result)).nodes().stream()
                .map(Node::op)
                .filter(op -> !(op instanceof Argument))
                .toList();
    }
}
