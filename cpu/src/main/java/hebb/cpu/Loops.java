package hebb.cpu;

import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds what one loop over time makes, histories and last states of the same step and inputs, and
/// what it reads that it can look up in a table by itself.
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
        var readers = new Readers(graph);
        found.forEach((key, nodes) -> nodes.addAll(0, lookedUp(key, nodes, readers)));
        return List.copyOf(found.values());
    }

    /// The sequences of which a loop, their only reader, looks up the rows of each time itself.
    private static List<Node> lookedUp(Key key, List<Node> nodes, Readers readers) {
        int begin = key.loop.step().states().size();
        int end = begin + key.loop.step().sequences().size();
        var others = new ArrayList<>(key.inputs);
        others.subList(begin, end).clear();
        return key.inputs.subList(begin, end).stream()
                .filter(Loops::canBeLookedUp)
                .filter(sequence -> readers.only(sequence, nodes) && !others.contains(sequence))
                .distinct()
                .toList();
    }

    /// Whether a sequence is rows of a table, by numbers (time, sample) that need no check.
    private static boolean canBeLookedUp(Node sequence) {
        return sequence.op() instanceof Gather g
                && g.axis() == 0
                && sequence.input(0).shape().rank() == 2
                && sequence.input(1).shape().rank() == 2
                && RowsInUse.arePlaces(sequence.input(1), sequence.input(0).shape().dim(0));
    }

    private record Key(Recurrence.Loop loop, List<Node> inputs) {}
}
