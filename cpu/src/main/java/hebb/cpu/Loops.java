package hebb.cpu;

import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds what one loop over time makes: histories and last states of the same step and inputs.
final class Loops {
    private Loops() {}

    /// Groups of nodes that one kernel computes.
    static List<List<Node>> of(Graph graph) {
        Map<Key, List<Node>> found = new LinkedHashMap<>();
        for (var node : graph.nodes()) {
            if (node.op().family() instanceof Recurrence.Loop loop) {
                var key = new Key(loop, node.inputs());
                found.computeIfAbsent(key, _ -> new ArrayList<>()).add(node);
            }
        }
        return List.copyOf(found.values());
    }

    private record Key(Recurrence.Loop loop, List<Node> inputs) {}
}
