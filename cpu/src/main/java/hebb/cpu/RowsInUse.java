package hebb.cpu;

import static java.util.Objects.requireNonNull;

import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Reshape;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Transpose;
import hebb.core.op.Unique;
import hebb.core.plan.Stage;
import hebb.core.shape.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds values of which nobody reads more than the first rows, as many as a [Unique] finds
/// distinct values: the rest of their rows need not be computed, and is not.
///
/// Such are the rows of a table that distinct values choose, products of such rows, and sums of
/// rows by their places among distinct values; provided that whoever reads them reads no further
/// either, takes rows by such places, or adds rows up at the distinct values.
final class RowsInUse {
    /// In no value.
    static final RowsInUse ALL = new RowsInUse();

    private final Map<Node, Node> found = new HashMap<>(); // with their distinct values

    private RowsInUse() {}

    /// Of a graph's values.
    static RowsInUse of(Graph graph) {
        var nodes = graph.nodes();
        if (nodes.stream().noneMatch(node -> node.op() instanceof Unique)) {
            return ALL;
        }
        var rows = new RowsInUse();
        rows.find(nodes);
        rows.dropWhatIsReadFurther(nodes, new HashSet<>(graph.results()));
        return rows;
    }

    /// The distinct values of which a value has a row each, if more of it is never read.
    @Nullable Node of(Node value) {
        return found.get(value);
    }

    /// The same stages, those that make or read such values reading the distinct ones too.
    List<Stage> told(List<Stage> stages) {
        return found.isEmpty() ? stages : stages.stream().map(this::told).toList();
    }

    private Stage told(Stage stage) {
        var inputs = new LinkedHashSet<>(stage.inputs());
        var values = new ArrayList<>(stage.nodes());
        values.addAll(stage.inputs());
        values.forEach(value -> {
            if (found.containsKey(value)) {
                inputs.add(requireNonNull(found.get(value)));
            }
        });
        return new Stage(stage.nodes(), List.copyOf(inputs), stage.outputs());
    }

    private record Values(int limit, Node indices) {}

    private void find(List<Node> nodes) {
        var distinct = new HashMap<Values, Node>();
        for (var node : nodes) {
            if (node.op() instanceof Unique(int limit, boolean inverse) && !inverse) {
                distinct.put(new Values(limit, node.input(0)), node);
            }
        }
        for (var node : nodes) {
            var by = node.dtype() == DType.FLOAT32 ? distinct(node, distinct) : null;
            if (by != null) {
                found.put(node, by);
            }
        }
    }

    /// The distinct values for each of which a node has a row, and more only to fill its shape.
    private @Nullable Node distinct(Node node, Map<Values, Node> distinct) {
        return switch (node.op()) {
            case Gather g when g.axis() == 0 && isDistinct(node.input(1)) -> node.input(1);
            case ScatterAdd s when s.axis() == 0 && numbers(node.input(1)) != null ->
                    distinct.get(numbers(node.input(1)));
            case MatMul m when !m.transposeA() && node.shape().rank() == 2 ->
                    found.get(node.input(0));
            default -> {
                var product = node.inputs().stream().filter(found::containsKey).findFirst();
                yield product.isPresent() && Epilogues.bias(node, product.get()) != null
                        ? found.get(product.get())
                        : null;
            }
        };
    }

    private static boolean isDistinct(Node indices) {
        return indices.op() instanceof Unique u && !u.inverse();
    }

    /// Of what these indices are the places among the distinct values; null if they are not.
    private static @Nullable Values numbers(Node indices) {
        var n = indices;
        while (n.op() instanceof Reshape || n.op() instanceof Transpose) {
            n = n.input(0);
        }
        return n.op() instanceof Unique(int limit, boolean inverse) && inverse
                ? new Values(limit, n.input(0))
                : null;
    }

    /// Whether indices are places among the distinct values, which needs no check.
    static boolean arePlaces(Node indices) {
        return numbers(indices) != null;
    }

    private void dropWhatIsReadFurther(List<Node> nodes, Set<Node> results) {
        boolean shrinks = true;
        while (shrinks) {
            var far = new HashSet<Node>();
            for (var value : found.keySet()) {
                if (results.contains(value)) {
                    far.add(value);
                }
            }
            for (var reader : nodes) {
                for (var value : reader.inputs()) {
                    if (found.containsKey(value) && !readsNoFurther(reader, value)) {
                        far.add(value);
                    }
                }
            }
            shrinks = found.keySet().removeAll(far);
        }
    }

    private boolean readsNoFurther(Node reader, Node value) {
        var by = requireNonNull(found.get(value));
        return switch (reader.op()) {
            case Gather g ->
                    g.axis() == 0
                            && reader.input(0) == value
                            && sameValues(numbers(reader.input(1)), by);
            case ScatterAdd s -> s.axis() == 0 && reader.input(0) == value && reader.input(1) == by;
            case MatMul m when m.transposeA() ->
                    !m.transposeB()
                            && reader.shape().rank() == 2
                            && found.get(reader.input(0)) == by
                            && found.get(reader.input(1)) == by
                            // whose further rows are 0, and add nothing
                            && reader.input(1).op() instanceof ScatterAdd;
            case MatMul _ -> found.get(reader) == by && reader.input(1) != value;
            default -> found.get(reader) == by;
        };
    }

    private static boolean sameValues(@Nullable Values values, Node by) {
        return by.op() instanceof Unique u && new Values(u.limit(), by.input(0)).equals(values);
    }
}
