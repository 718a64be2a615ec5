package hebb.core.plan;

import static java.util.Objects.requireNonNull;

import hebb.core.op.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The nodes of a graph in groups, in a line in which no group stands before one that it needs.
///
/// Two groups become one only if such a line is left. To find out, it is enough to look at what
/// stands between them; what needs the first of them moves behind both, all else before them.
final class Groups {
    private final Map<Node, Group> groups = new HashMap<>();
    private final Map<Node, List<Node>> readers = new HashMap<>();
    private final List<Group> line = new ArrayList<>(); // one that is gone stands empty

    private static final class Group {
        final List<Node> nodes = new ArrayList<>();
        int place;
    }

    /// Each node a group of its own.
    Groups(List<Node> order) {
        for (var node : order) {
            var group = new Group();
            group.nodes.add(node);
            group.place = line.size();
            line.add(group);
            groups.put(node, group);
            for (var input : node.inputs()) {
                readers.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
            }
        }
    }

    private Group of(Node node) {
        return requireNonNull(groups.get(node));
    }

    /// Makes the groups of two nodes one, unless a third would then need it and be needed by it;
    /// says whether they are one now.
    boolean join(Node a, Node b) {
        var first = of(a).place <= of(b).place ? of(a) : of(b);
        var second = first == of(a) ? of(b) : of(a);
        if (first == second) {
            return true;
        }
        var dependent = new HashSet<Group>();
        if (isNeededThroughOthers(first, second, dependent)) {
            return false;
        }
        move(first, second, dependent);
        return true;
    }

    /// Whether a way leads from one group to the other over a third; gathers what needs the first.
    private boolean isNeededThroughOthers(Group first, Group second, Set<Group> dependent) {
        var waiting = new ArrayDeque<Group>();
        waiting.add(first);
        while (!waiting.isEmpty()) {
            var group = waiting.pop();
            for (var node : group.nodes) {
                for (var reader : readers.getOrDefault(node, List.of())) {
                    var next = of(reader);
                    if (next == second && group != first) {
                        return true;
                    }
                    if (next != first && next.place < second.place && dependent.add(next)) {
                        waiting.add(next);
                    }
                }
            }
        }
        return false;
    }

    private void move(Group first, Group second, Set<Group> dependent) {
        var between = new ArrayList<>(line.subList(first.place + 1, second.place));
        int from = first.place;
        int to = second.place;
        var ordered = new ArrayList<Group>();
        between.stream()
                .filter(g -> !g.nodes.isEmpty() && !dependent.contains(g))
                .forEach(ordered::add);
        ordered.add(first);
        dependent.stream().sorted(Comparator.comparingInt(g -> g.place)).forEach(ordered::add);
        second.nodes.forEach(node -> groups.put(node, first));
        first.nodes.addAll(second.nodes);
        Collections.fill(line.subList(from, to + 1), new Group());
        for (int i = 0; i < ordered.size(); i++) {
            line.set(from + i, ordered.get(i));
            ordered.get(i).place = from + i;
        }
    }
}
