package hebb.cpu;

import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Transpose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Finds transpositions that only put the slices of a table in another order, behind where they are
/// taken or before where they are added: whoever takes or adds them can do so in that order. That
/// is what is between an embedding and a recurrent layer, which wants the time first.
final class Reordered {
    private Reordered() {}

    /// Pairs of nodes that one kernel computes.
    static List<List<Node>> of(Graph graph) {
        var readers = new Readers(graph);
        var found = new ArrayList<List<Node>>();
        var taken = new HashSet<Node>(); // a transposition may stand between two of them
        for (var node : graph.nodes()) {
            var next = readers.only(node);
            if (next == null || taken.contains(node)) {
                continue;
            }
            boolean behind =
                    node.op() instanceof Gather g && g.axis() == 0 && keepsSlices(next, node);
            boolean before =
                    next.op() instanceof ScatterAdd s
                            && s.axis() == 0
                            && node == next.input(0)
                            && keepsSlices(node, next);
            if (behind || before) {
                found.add(List.of(node, next));
                taken.add(next);
            }
        }
        return found;
    }

    /// Whether a node is a transposition of nothing but the axes of a table's indices.
    private static boolean keepsSlices(Node transpose, Node table) {
        int indices = table.input(1).shape().rank();
        return transpose.op() instanceof Transpose t
                && IntStream.range(indices, t.axes().size()).allMatch(i -> t.axes().get(i) == i);
    }
}
