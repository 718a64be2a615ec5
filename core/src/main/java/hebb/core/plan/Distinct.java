package hebb.core.plan;

import hebb.core.op.Binary;
import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Reshape;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Transpose;
import hebb.core.op.Unique;
import hebb.core.shape.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Multiplies each row of a table once, however often it was taken: words repeat themselves, and
/// what an embedding hands to a dense or recurrent layer is the same row for the same word.
///
/// With T the table's rows that were taken at all ([Unique]), and p the place among them of each
/// index:
///
/// - `take(E, i) · W = take(T · W, p)`, also with a bias behind it
/// - `take(E, i)ᵀ · G = Tᵀ · scatter_add(G, p)`, the gradient of W
/// - `scatter_add(G · Wᵀ, i) = scatter_add(scatter_add(G, p) · Wᵀ, unique(i))`, that of E
///
/// The first changes no bit; the others add in another order, so that this pass comes before any
/// engine sees the graph, and leaves small products alone. Where a weight is infinite they may have
/// NaN for infinity: behind the distinct rows the last one stands again, with sums of zero.
public final class Distinct {
    /// Multiply-adds of a product that are worth another order of additions.
    private static final long WORTH = 1L << 27;

    /// A table of more rows than so many times the indices is thought to be hit here and there.
    private static final int SPARSE = 8;

    /// Columns of a row, and of its product, that are worth it.
    private static final int WIDE = 32;

    private final long worth;
    private final Map<Node, Node> changed = new HashMap<>();
    private boolean changes;
    private final Set<Node> takenBehind =
            new HashSet<>(); // rows that this pass takes behind a product

    private Distinct(long worth) {
        this.worth = worth;
    }

    /// A graph of the same results, but for the order in which gradients are added up; the very
    /// same graph if nothing in it is worth it.
    public static Graph of(Graph graph) {
        return of(graph, WORTH);
    }

    /// The same for products of so many multiply-adds or more: tests have small ones.
    public static Graph of(Graph graph, long worth) {
        if (graph.nodes().stream().noneMatch(Distinct::takesRows)) {
            return graph;
        }
        var simple = Simplify.of(graph);
        var pass = new Distinct(worth);
        for (var node : simple.nodes()) {
            pass.changed.put(node, pass.changed(node));
        }
        return pass.changes
                ? simple.withResults(simple.results().stream().map(pass.changed::get).toList())
                : graph;
    }

    private static boolean takesRows(Node node) {
        return node.op() instanceof Gather g
                && g.axis() == 0
                && node.input(0).shape().rank() == 2
                && mayRepeat(node.input(1), node.input(0).shape());
    }

    /// Whether so many indices may well take rows of a table more than once.
    private static boolean mayRepeat(Node indices, Shape table) {
        return table.dim(0) <= (long) SPARSE * indices.shape().size();
    }

    /// Whether so many rows of so many columns are worth it, multiplied by so many columns.
    private boolean pays(int rows, int columns, int others) {
        return columns >= WIDE && others >= WIDE && (long) rows * columns * others >= worth;
    }

    private Node changed(Node node) {
        var inputs = node.inputs().stream().map(changed::get).toList();
        var same = inputs.equals(node.inputs()) ? node : Node.of(node.op(), inputs);
        return switch (node.op()) {
            case MatMul m when same.shape().rank() == 2 -> product(m, same);
            case ScatterAdd s -> scattered(s, same);
            case Binary b when b == Binary.ADD -> biased(same);
            case Reshape _ -> reshaped(same);
            default -> same;
        };
    }

    // ---- rows that are taken

    /// Rows of a table that were taken more than once, perhaps.
    ///
    /// - `distinct`: those that were taken at all
    /// - `at`: which of them each row is
    private record Taken(Node distinct, Node at) {}

    /// A value as the rows of a table that it was taken from.
    private @Nullable Taken taken(Node node) {
        if (takenBehind.contains(node)) {
            return new Taken(node.input(0), node.input(1));
        }
        if (takesRows(node)) {
            var table = node.input(0);
            var rows = values(node.input(1), table.shape().dim(0));
            return new Taken(
                    Node.of(new Gather(0), table, rows),
                    places(node.input(1), table.shape().dim(0)));
        }
        var from = movesRows(node) ? taken(node.input(0)) : null;
        return from == null ? null : new Taken(from.distinct, moved(node, from.at));
    }

    private static Node values(Node indices, int limit) {
        return Node.of(new Unique(limit, false), indices);
    }

    private static Node places(Node indices, int limit) {
        return Node.of(new Unique(limit, true), indices);
    }

    /// Whether a node only puts rows, as they are, in another order or shape.
    private static boolean movesRows(Node node) {
        return switch (node.op()) {
            case Transpose t -> t.axes().getLast() == t.axes().size() - 1;
            case Reshape _ -> {
                var before = node.input(0).shape();
                yield before.rank() > 1
                        && before.dim(-1) > 0
                        && node.shape().rank() > 1
                        && before.dim(-1) == node.shape().dim(-1);
            }
            default -> false;
        };
    }

    /// The rows' numbers, moved as a node moves the rows.
    private static Node moved(Node node, Node numbers) {
        return node.op() instanceof Transpose t
                ? Node.of(ofRows(t), numbers)
                : numbers.reshape(node.shape().slice(0, -1));
    }

    /// The numbers of a node's rows, as those of its input's.
    private static Node movedBack(Node node, Node numbers) {
        return node.op() instanceof Transpose t
                ? Node.of(ofRows(t).inverse(), numbers)
                : numbers.reshape(node.input(0).shape().slice(0, -1));
    }

    private static Transpose ofRows(Transpose t) {
        return new Transpose(t.axes().subList(0, t.axes().size() - 1));
    }

    // ---- products

    private Node product(MatMul op, Node node) {
        var from = taken(node.input(0));
        var other = node.input(1);
        var rows = node.input(0).shape();
        if (from == null || !pays(rows.dim(0), rows.dim(1), node.shape().dim(1))) {
            return node;
        }
        if (op.transposeA() && op.transposeB()) {
            return node;
        }
        changes = true;
        return op.transposeA()
                ? Node.of(op, from.distinct, sums(other, from.at, from.distinct.shape().dim(0)))
                : take(Node.of(op, from.distinct, other), from.at);
    }

    private Node take(Node table, Node at) {
        var node = Node.of(new Gather(0), table, at);
        takenBehind.add(node);
        return node;
    }

    /// The sums of the rows that have the same number.
    private static Node sums(Node rows, Node at, int count) {
        return Node.of(new ScatterAdd(0, count), rows, at);
    }

    private Node biased(Node sum) {
        for (int i = 0; i < 2; i++) {
            var rows = sum.input(i);
            var bias = sum.input(1 - i);
            if (takenBehind.contains(rows)
                    && rows.shape().equals(sum.shape())
                    && bias.shape().rank() > 0
                    && bias.shape().size() == bias.shape().dim(-1)) {
                var table = rows.input(0);
                var row = bias.reshape(Shape.of(bias.shape().dim(-1)));
                return take(i == 0 ? table.plus(row) : row.plus(table), rows.input(1));
            }
        }
        return sum;
    }

    private Node reshaped(Node node) {
        var rows = node.input(0);
        return takenBehind.contains(rows) && movesRows(node)
                ? take(rows.input(0), moved(node, rows.input(1)))
                : node;
    }

    // ---- the gradient of the table

    private Node scattered(ScatterAdd op, Node node) {
        var indices = node.input(1);
        if (op.axis() != 0 || node.shape().rank() != 2 || !mayRepeat(indices, node.shape())) {
            return node;
        }
        var values = values(indices, op.size());
        int count = values.shape().dim(0);
        var rows = summed(node.input(0), places(indices, op.size()), count);
        changes |= rows != null;
        return rows == null ? node : Node.of(op, rows, values);
    }

    /// The sums of the rows of products that have the same number, so many numbers there are; null
    /// if these rows are something else.
    private @Nullable Node summed(Node rows, Node at, int count) {
        if (movesRows(rows)) {
            return summed(rows.input(0), movedBack(rows, at), count);
        }
        if (rows.op() == Binary.ADD && rows.inputs().stream().allMatch(x -> same(x, rows))) {
            var a = summed(rows.input(0), at, count);
            boolean twice = rows.input(0) == rows.input(1); // once is enough
            var b = a == null || twice ? a : summed(rows.input(1), at, count);
            return a == null || b == null ? null : a.plus(b);
        }
        return rows.op() instanceof MatMul m
                        && !m.transposeA()
                        && rows.shape().rank() == 2
                        && pays(
                                rows.shape().dim(0),
                                rows.shape().dim(1),
                                rows.input(0).shape().dim(1))
                ? Node.of(m, sums(rows.input(0), at, count), rows.input(1))
                : null;
    }

    private static boolean same(Node a, Node b) {
        return a.shape().equals(b.shape());
    }
}
