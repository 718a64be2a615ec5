package hebb.cpu;

import static java.util.Objects.requireNonNull;

import hebb.core.op.Binary;
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
/// distinct values, and in sums one more, which stands for all behind it (see
/// [hebb.cpu.move.DistinctCount]): the rest of their rows need not be computed, and is not.
///
/// Such are the rows of a table that distinct values choose, products of such rows, and sums of
/// rows by their places among distinct values; provided that whoever reads them reads no further
/// either, takes rows by such places, or adds rows up at the distinct values.
///
/// Nobody has to stop there: whoever makes such a value may compute all of it, and a loop over it
/// reads what was never written, and writes what nobody reads.
final class RowsInUse {
    /// All rows of all values are in use.
    static final RowsInUse ALL = new RowsInUse();

    // of such a value, the distinct values of which it has a row each
    private final Map<Node, Node> found = new HashMap<>();

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

    /// The distinct values of which a value has a row each, if no more rows of it are in use.
    @Nullable Node distinct(Node value) {
        return found.get(value);
    }

    /// Whether only the first rows of a value are in use.
    boolean isCut(Node value) {
        return found.containsKey(value);
    }

    /// The same stages, those that make or read such values reading the distinct ones too.
    List<Stage> withDistinct(List<Stage> stages) {
        return found.isEmpty() ? stages : stages.stream().map(this::withDistinct).toList();
    }

    private Stage withDistinct(Stage stage) {
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
            case ScatterAdd s when s.axis() == 0 && numbers(node.input(1)) != null -> {
                var by = distinct.get(numbers(node.input(1)));
                yield by != null && by.shape().size() == s.size() ? by : null;
            }
            case MatMul m when !m.transposeA() && node.shape().rank() == 2 ->
                    found.get(node.input(0));
            default ->
                    node.inputs().stream()
                            .filter(x -> found.containsKey(x) && addsByRows(node, x))
                            .findFirst()
                            .map(found::get)
                            .orElse(null);
        };
    }

    /// Whether a node adds to each row of a value a bias, or the same row of another such value.
    private boolean addsByRows(Node node, Node value) {
        return Epilogues.bias(node, value) != null
                || (node.op() == Binary.ADD
                        && node.inputs().stream()
                                .allMatch(x ->
                                        found.get(x) == found.get(value)
                                                && x.shape().equals(node.shape())));
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

    /// Whether indices are places among distinct values of which there are at most so many: then
    /// they need no check.
    static boolean arePlaces(Node indices, int most) {
        var values = numbers(indices);
        return values != null && Math.min(values.limit, values.indices.shape().size()) <= most;
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
            case ScatterAdd s ->
                    s.axis() == 0
                            && reader.input(0) == value
                            && reader.input(1) == by
                            && isZeroBehind(value);
            case MatMul m when m.transposeA() ->
                    !m.transposeB()
                            && reader.shape().rank() == 2
                            && found.get(reader.input(0)) == by
                            && found.get(reader.input(1)) == by
                            && isZeroBehind(reader.input(1));
            case MatMul _ -> found.get(reader) == by && reader.input(1) != value;
            default -> found.get(reader) == by && addsByRows(reader, value);
        };
    }

    /// Whether further rows of such a value, if they were computed, would be zeros.
    private boolean isZeroBehind(Node value) {
        return isCut(value)
                && switch (value.op()) {
                    case ScatterAdd _ -> true;
                    case MatMul _ -> isZeroBehind(value.input(0));
                    case Binary _ -> value.inputs().stream().allMatch(this::isZeroBehind);
                    default -> false;
                };
    }

    private static boolean sameValues(@Nullable Values values, Node by) {
        return by.op() instanceof Unique u && new Values(u.limit(), by.input(0)).equals(values);
    }
}
