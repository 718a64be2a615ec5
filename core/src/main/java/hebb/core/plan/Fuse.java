package hebb.core.plan;

import static java.util.Objects.requireNonNull;

import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Concat;
import hebb.core.op.CustomGradient;
import hebb.core.op.Graph;
import hebb.core.op.Iota;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.op.Random;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Unary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gathers pointwise nodes of one shape that feed each other into stages, each to be one loop;
/// every other node is a stage of its own.
///
/// Two groups become one if one feeds the other and nothing outside lies on a way between them.
/// Broadcasts, and slices of whole rows, are not kept: every stage that reads one repeats or picks
/// the elements as it goes. A concatenation of what one loop computes is written by that loop.
public final class Fuse {
    /// Longer loops would keep more values at once than registers and the nearest cache hold.
    private static final int MOST_NODES = 64;

    /// Neighbours in each row of a slice that a loop reads where they lie, or of a part that it
    /// writes there: fewer cost more to find than to move.
    private static final int SHORTEST_ROW = 16;

    private final Graph graph;
    private final List<Node> order;
    private final Map<Node, Integer> position = new HashMap<>();
    private final Map<Node, Group> groups = new HashMap<>();
    private final Groups line;
    private final Set<Node> wanted = new HashSet<>();

    private Fuse(Graph graph) {
        this.graph = graph;
        this.order = graph.nodes();
        for (int i = 0; i < order.size(); i++) {
            position.put(order.get(i), i);
        }
        this.line = new Groups(order);
    }

    /// Whether each element of the result depends only on the inputs' elements at the same place,
    /// after broadcasting.
    public static boolean isPointwise(Op op) {
        return switch (op) {
            case Unary _,
                    Binary _,
                    Compare _,
                    Select _,
                    Cast _,
                    Broadcast _,
                    Iota _,
                    Random _,
                    CustomGradient _ ->
                    true;
            default -> false;
        };
    }

    /// Whether a loop finds the elements by itself, so that they need not be brought together
    /// before it: an input repeated, or some neighbours of each of its rows.
    public static boolean isReadThrough(Node node) {
        return switch (node.op()) {
            case Broadcast _ -> true;
            case Slice s ->
                    node.shape().rank() > 0
                            && s.step().getLast() == 1
                            && node.shape().dim(-1) >= SHORTEST_ROW;
            default -> false;
        };
    }

    /// The stages of a graph in an order in which they could run. The nodes of each of `taken` make
    /// a stage as they are: an engine has its own way to compute them together.
    public static List<Stage> of(Graph graph, Collection<? extends Collection<Node>> taken) {
        var fuse = new Fuse(graph);
        fuse.assign(taken, true);
        fuse.merge();
        fuse.place();
        return fuse.stages();
    }

    /// Every node a stage of its own.
    public static List<Stage> none(Graph graph) {
        var fuse = new Fuse(graph);
        fuse.assign(List.of(), false);
        return fuse.stages();
    }

    private void assign(Collection<? extends Collection<Node>> taken, boolean fusing) {
        for (var nodes : taken) {
            if (nodes.stream().anyMatch(groups::containsKey)) {
                throw new IllegalArgumentException("a node is taken twice: " + nodes);
            }
            var group = new Group(false);
            nodes.forEach(group::add);
            var inOrder = new ArrayList<>(nodes);
            inOrder.sort(Comparator.comparingInt(this::position));
            for (var node : inOrder) {
                if (!line.join(inOrder.getFirst(), node)) {
                    throw new IllegalStateException("what is taken needs what it makes: " + nodes);
                }
            }
        }
        for (var node : order) {
            if (Views.isComputed(node) && !groups.containsKey(node)) {
                boolean loops = isPointwise(node.op()) && !(node.op() instanceof Broadcast);
                new Group(loops && fusing).add(node);
            }
        }
    }

    private void merge() {
        for (var node : order) {
            for (var input : node.inputs()) {
                var from = groups.get(input);
                var to = groups.get(node);
                if (from != null
                        && to != null
                        && from != to
                        && from.loops
                        && to.loops
                        && input.shape().equals(node.shape())
                        && from.nodes.size() + to.nodes.size() <= MOST_NODES
                        && line.join(input, node)) {
                    to.nodes.forEach(from::add);
                }
            }
        }
    }

    /// Has one loop compute all parts of a concatenation, and write them straight to where it has
    /// them.
    private void place() {
        for (var node : order) {
            if (node.op() instanceof Concat c && isOfRows(c, node) && areOfOneLoop(node.inputs())) {
                var first = node.input(0);
                if (line.join(first, node)) {
                    requireNonNull(groups.get(first)).add(node);
                }
            }
        }
    }

    /// Whether nodes are of one loop, or of loops that can be made one.
    private boolean areOfOneLoop(List<Node> nodes) {
        var first = nodes.getFirst();
        for (var node : nodes) {
            var from = groups.get(first);
            var to = groups.get(node);
            if (from == null
                    || to == null
                    || !from.loops
                    || !to.loops
                    || !isPointwise(node.op())
                    || !node.shape().equals(first.shape())) {
                return false;
            }
            if (from != to) {
                boolean few = from.nodes.size() + to.nodes.size() <= MOST_NODES;
                if (!few || !line.join(first, node)) {
                    return false;
                }
                to.nodes.forEach(from::add);
            }
        }
        return true;
    }

    private static boolean isOfRows(Concat op, Node node) {
        var part = node.input(0).shape();
        return part.slice(part.axis(op.axis()), part.rank()).size() >= SHORTEST_ROW;
    }

    private int position(Node node) {
        return requireNonNull(position.get(node));
    }

    private List<Stage> stages() {
        var alive = new LinkedHashSet<Group>();
        for (var node : order) {
            if (groups.containsKey(node)) {
                alive.add(groups.get(node));
            }
        }
        graph.results().forEach(r -> wanted.add(Views.root(r)));
        for (var node : order) {
            var group = groups.get(node);
            if (group != null) {
                for (var input : node.inputs()) {
                    var root = Views.root(input);
                    boolean inside = input == root && groups.get(root) == group;
                    if (!inside && !(group.loops && isReadThrough(input))) {
                        wanted.add(root);
                    }
                }
            }
        }
        var stages = new ArrayList<Stage>();
        for (var group : sorted(alive)) {
            if (group.isRead()) {
                stages.add(Stage.of(group.withReadThrough(), wantedOf(group)));
            }
        }
        return stages;
    }

    private Set<Node> wantedOf(Group group) {
        var own = new HashSet<>(group.nodes);
        own.retainAll(wanted);
        return own;
    }

    /// Groups in topological order: merging may have moved a group's members behind another's.
    private List<Group> sorted(Set<Group> alive) {
        var done = new LinkedHashSet<Group>();
        for (var group : alive) {
            var stack = new ArrayDeque<Group>();
            stack.push(group);
            while (!stack.isEmpty()) {
                var top = stack.peek();
                int before = stack.size();
                for (var node : top.nodes) {
                    for (var input : node.inputs()) {
                        var needed = groups.get(Views.root(input));
                        if (needed != null && needed != top && !done.contains(needed)) {
                            stack.push(needed);
                        }
                    }
                }
                if (stack.size() == before) {
                    done.add(stack.pop());
                }
            }
        }
        return new ArrayList<>(done);
    }

    private final class Group {
        final boolean loops;
        final List<Node> nodes = new ArrayList<>();

        Group(boolean loops) {
            this.loops = loops;
        }

        void add(Node node) {
            nodes.add(node);
            groups.put(node, this);
        }

        /// What every reader reads through is not computed.
        boolean isRead() {
            return nodes.stream().anyMatch(wanted::contains);
        }

        List<Node> withReadThrough() {
            if (!loops) {
                return nodes;
            }
            var all = new LinkedHashSet<Node>();
            nodes.sort((a, b) -> Integer.compare(position(a), position(b)));
            for (var node : nodes) {
                node.inputs().stream().filter(Fuse::isReadThrough).forEach(all::add);
                all.add(node);
            }
            return List.copyOf(all);
        }
    }
}
