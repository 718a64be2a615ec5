package hebb.core.plan;

import static java.util.Objects.requireNonNull;

import hebb.core.op.CustomGradient;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts stages in an order that keeps few bytes alive: of those that can run, the one that frees
/// most. So a weight's update comes right behind its gradient, and gradients hardly coexist.
///
/// What overwrites an argument comes after everything that reads it. Where that cannot be (two
/// variables that swap values, a result that needs the old value too), the new value is kept aside
/// and copied at the end.
///
/// - `graph`: as it was, with such copies
/// - `stages`: in the order in which they run
public record Order(Graph graph, List<Stage> stages) {
    /// Orders the stages of a graph, each result of which is the output of a stage of its own or an
    /// argument that stays as it is.
    public static Order of(Graph graph, List<Stage> stages) {
        return new Search(graph).run(stages);
    }

    /// Gives each result a value of its own: a copy where it is an argument, a constant, or another
    /// result too. A result that leaves its argument as it is stays.
    public static Graph separated(Graph graph) {
        var taken = new HashSet<Node>();
        var results = new ArrayList<Node>();
        for (int i = 0; i < graph.results().size(); i++) {
            var result = graph.results().get(i);
            var root = Views.root(result);
            int target = graph.updates().get(i);
            boolean stays = target != Graph.NEW && root == graph.arguments().get(target);
            boolean own = Views.isComputed(root) && taken.add(root);
            results.add(stays || own ? result : copy(result));
        }
        return graph.withResults(results);
    }

    private static Node copy(Node node) {
        return Node.of(CustomGradient.STOP, node);
    }

    /// One line a stage.
    @Override
    public String toString() {
        return stages.stream().map(Stage::toString).collect(Collectors.joining("\n"));
    }

    /// A stage that has not run yet.
    private static final class Entry {
        final Stage stage;
        final Set<Node> roots;
        int missing;

        Entry(Stage stage) {
            this.stage = stage;
            this.roots =
                    stage.inputs().stream()
                            .map(Views::root)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    private static final class Search {
        final Graph graph;
        final List<Node> results;
        final Map<Node, Integer> overwrites = new HashMap<>(); // value to argument
        final Map<Node, List<Entry>> readers = new HashMap<>();
        final Map<Node, Integer> unread = new HashMap<>(); // root to readers still to come
        final Set<Node> given = new HashSet<>(); // values that take no planned memory
        final List<Entry> ready = new ArrayList<>();
        final List<Stage> copies = new ArrayList<>();

        Search(Graph graph) {
            this.graph = graph;
            this.results = new ArrayList<>(graph.results());
            for (int i = 0; i < results.size(); i++) {
                var root = Views.root(results.get(i));
                given.add(root);
                if (graph.updates().get(i) != Graph.NEW && Views.isComputed(root)) {
                    overwrites.put(root, graph.updates().get(i));
                }
            }
        }

        Order run(List<Stage> stages) {
            for (var stage : stages) {
                enter(new Entry(stage));
            }
            var done = new ArrayList<Stage>();
            while (!ready.isEmpty()) {
                var next = best();
                ready.remove(next);
                for (var root : next.roots) {
                    unread.merge(root, -1, Integer::sum);
                }
                for (var output : next.stage.outputs()) {
                    readers.getOrDefault(output, List.of()).forEach(this::arrived);
                }
                done.add(next.stage);
            }
            done.addAll(copies);
            return new Order(graph.withResults(results), done);
        }

        private void enter(Entry entry) {
            for (var root : entry.roots) {
                unread.merge(root, 1, Integer::sum);
                readers.computeIfAbsent(root, _ -> new ArrayList<>()).add(entry);
                entry.missing += Views.isComputed(root) ? 1 : 0;
            }
            if (entry.missing == 0) {
                ready.add(entry);
            }
            // what is not pointwise in an operand needs it to the end
            for (var output : entry.stage.outputs()) {
                if (overwrites.containsKey(output)
                        && entry.roots.contains(target(output))
                        && !entry.stage.isPointwiseIn(target(output))) {
                    defer(output);
                }
            }
        }

        private void arrived(Entry entry) {
            if (--entry.missing == 0) {
                ready.add(entry);
            }
        }

        private Entry best() {
            Entry best = null;
            long most = Long.MIN_VALUE;
            for (var entry : ready) {
                if (mayOverwrite(entry)) {
                    long gain = freed(entry);
                    if (best == null || gain > most) {
                        most = gain;
                        best = entry;
                    }
                }
            }
            if (best == null) {
                best = ready.getFirst();
                best.stage.outputs().stream().filter(overwrites::containsKey).forEach(this::defer);
            }
            return best;
        }

        private boolean mayOverwrite(Entry entry) {
            for (var output : entry.stage.outputs()) {
                if (overwrites.containsKey(output)) {
                    var old = target(output);
                    if (unread.getOrDefault(old, 0) > (entry.roots.contains(old) ? 1 : 0)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private long freed(Entry entry) {
            long bytes = 0;
            for (var root : entry.roots) {
                if (Views.isComputed(root)
                        && !given.contains(root)
                        && unread.getOrDefault(root, 0) == 1) {
                    bytes += bytes(root);
                }
            }
            for (var output : entry.stage.outputs()) {
                bytes -= given.contains(output) ? 0 : bytes(output);
            }
            return bytes;
        }

        private void defer(Node value) {
            int argument = requireNonNull(overwrites.remove(value));
            given.remove(value);
            int i = graph.updates().indexOf(argument);
            var copy = copy(results.get(i));
            results.set(i, copy);
            copies.add(Stage.of(List.of(copy), Set.of(copy)));
            unread.merge(value, 1, Integer::sum);
        }

        private Node target(Node value) {
            return graph.arguments().get(requireNonNull(overwrites.get(value)));
        }

        private static long bytes(Node node) {
            return (long) node.shape().size() * node.dtype().bytes();
        }
    }
}
