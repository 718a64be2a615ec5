package hebb.cpu;

import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import hebb.core.op.Scan;
import hebb.core.op.ScanCarry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what one loop over time makes: histories and last states of the same step and inputs.
final class Loops {
    private Loops() {}

    /// Groups of nodes that one kernel computes.
    static List<List<Node>> of(Graph graph) {
        Map<Key, List<Node>> found = new LinkedHashMap<>();
        for (var node : graph.nodes()) {
            var loop = loop(node);
            if (loop != null) {
                var key = new Key(loop, node.inputs());
                found.computeIfAbsent(key, _ -> new ArrayList<>()).add(node);
            }
        }
        return List.copyOf(found.values());
    }

    private static Recurrence.@Nullable Loop loop(Node node) {
        return switch (node.op()) {
            case Scan scan -> scan.family();
            case ScanCarry carry -> carry.family();
            default -> null;
        };
    }

    private record Key(Recurrence.Loop loop, List<Node> inputs) {}
}
