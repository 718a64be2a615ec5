package hebb.cpu;

import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Joins a gradient with the one loop that reads it, as an optimizer does: the product that is the
/// gradient of a dense layer's weights, or the sums of rows that are the gradient of an embedding.
/// Then some rows of it go into the loop while they are in the cache, and the whole is never
/// stored.
final class Updates {
    /// Elements of a gradient that do not fit the caches near a thread.
    private static final int LARGE = 1 << 16;

    /// Rows that are enough for threads to share.
    private static final int MANY = 256;

    private Updates() {}

    /// The same stages, some of them joined; the order is one in which they could run.
    static List<Stage> joined(List<Stage> stages, Graph graph) {
        Map<Node, Integer> readers = new HashMap<>();
        Set<Node> wanted = new HashSet<>();
        for (var stage : stages) {
            stage.inputs().stream()
                    .map(Views::root)
                    .distinct()
                    .forEach(root -> readers.merge(root, 1, Integer::sum));
        }
        graph.results().forEach(result -> wanted.add(Views.root(result)));
        Set<Node> gradients = new HashSet<>();
        for (var stage : stages) {
            var node = stage.nodes().getFirst();
            if (stage.nodes().size() == 1
                    && isLarge(node)
                    && readers.getOrDefault(node, 0) == 1
                    && !wanted.contains(node)) {
                gradients.add(node);
            }
        }
        Map<Stage, Node> joined = new HashMap<>(); // a loop, and the gradient that it reads
        for (var stage : stages) {
            gradient(stage, gradients).ifPresent(p -> joined.put(stage, p));
        }
        var result = new ArrayList<Stage>();
        for (var stage : stages) {
            var gradient = joined.get(stage);
            if (gradient != null) {
                result.add(join(gradient, stage));
            } else if (!joined.containsValue(stage.nodes().getFirst())) {
                result.add(stage);
            }
        }
        return result;
    }

    private static boolean isLarge(Node node) {
        return Stage.makesRows(node)
                && node.dtype() == DType.FLOAT32
                && node.shape().dim(0) >= MANY
                && node.shape().size() >= LARGE;
    }

    /// The gradient that a loop reads as it is, the first of them; none if the loop reads it only
    /// as something else.
    private static Optional<Node> gradient(Stage loop, Set<Node> gradients) {
        var shape = loop.nodes().getLast().shape();
        if (!loop.isPointwise()) {
            return Optional.empty();
        }
        return loop.inputs().stream()
                .filter(input -> gradients.contains(input) && input.shape().equals(shape))
                .filter(gradient -> !loop.picksFrom(gradient))
                .filter(gradient ->
                        loop.inputs().stream()
                                .noneMatch(x -> x != gradient && Views.root(x) == gradient))
                .findFirst();
    }

    private static Stage join(Node gradient, Stage loop) {
        var nodes = new ArrayList<Node>();
        nodes.add(gradient);
        nodes.addAll(loop.nodes());
        return Stage.of(nodes, new HashSet<>(loop.outputs()));
    }

    /// The loop of a joined stage.
    static Stage loop(Stage stage) {
        var nodes = stage.nodes().subList(1, stage.nodes().size());
        return Stage.of(nodes, new HashSet<>(stage.outputs()));
    }
}
