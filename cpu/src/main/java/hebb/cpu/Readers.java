package hebb.cpu;

import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.plan.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which nodes of a graph read a node.
final class Readers {
    private final Map<Node, List<Node>> readers = new HashMap<>();
    private final Set<Node> results = new HashSet<>();

    Readers(Graph graph) {
        for (var node : graph.nodes()) {
            for (var input : node.inputs()) {
                readers.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
            }
        }
        results.addAll(graph.results());
    }

    /// Whether nothing but these nodes reads this one.
    boolean only(Node node, List<Node> nodes) {
        return !results.contains(node) && nodes.containsAll(all(node));
    }

    private List<Node> all(Node node) {
        return readers.getOrDefault(node, List.of());
    }

    /// The one node that reads this one, if nothing else does, not even by another name.
    @Nullable Node only(Node node) {
        var all = all(node);
        return all.size() == 1 && !results.contains(node) && Views.isComputed(all.getFirst())
                ? all.getFirst()
                : null;
    }
}
