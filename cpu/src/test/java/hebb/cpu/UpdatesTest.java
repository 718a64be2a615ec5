package hebb.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Argument;
import hebb.core.op.Binary;
import hebb.core.op.Constant;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A product, or sums of rows, that go row by row into the loop behind them.
class UpdatesTest {
    /// `rows × columns` results of so many terms.
    private record Size(int rows, int columns, int terms) {}

    private static final Size SMALL = new Size(300, 230, 7);

    /// With a last band of fewer rows, panels enough to pack for, and more than one block of terms.
    private static final Size LARGE = new Size(259, 530, 1100);

    /// A graph, and whether the gradient in it can be joined with the loop.
    record Case(String name, Graph graph, boolean joins) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        int rows = SMALL.rows;
        int columns = SMALL.columns;
        var w = argument("w", rows, columns);
        var v = argument("v", rows, columns);
        var square = argument("square", rows, rows);
        var row = argument("row", 1, columns);
        var other = argument("other", 1, columns);
        var g = gradient(SMALL, true, false);
        var stepped = Node.of(Binary.SUB, w, scaled(g));
        var velocity = Node.of(Binary.SUB, scaled(v), g);
        var moved = Node.of(Binary.ADD, w, velocity);
        var own = Node.of(new MatMul(false, false), square, square);
        var plain = gradient(SMALL, false, false);
        var turned = gradient(SMALL, false, true);
        var biased = Node.of(Binary.MUL, g, row);
        var sum = Node.of(Binary.ADD, g, row);
        var second = Node.of(Binary.ADD, g, other);
        var positive = Node.of(Unary.RELU, g);
        var large = argument("large", LARGE.rows, LARGE.columns);
        var t = argument("t", columns, rows);
        var transposed = Node.of(new Transpose(List.of(1, 0)), g);
        var sums = sums(rows, 500, columns);
        var narrow = argument("narrow", 30_000, 3); // many rows at once
        var wide = argument("wide", 300, 2100); // a row is more than a block
        var summed = Node.of(Binary.SUB, w, scaled(sums));
        var few = sums(rows, 20, columns); // most rows are zero
        return Stream.of(
                new Case("step", graph(over(w, stepped)), true),
                new Case("momentum", graph(over(v, velocity), over(w, moved)), true),
                new Case("as it lies", graph(over(w, Node.of(Binary.SUB, w, plain))), true),
                new Case("turned", graph(over(w, Node.of(Binary.SUB, w, turned))), true),
                new Case("a row for all", graph(over(w, biased)), true),
                new Case("two biases", graph(over(w, Node.of(Binary.MUL, sum, second))), true),
                new Case("bias and relu", graph(over(w, Node.of(Binary.MUL, positive, sum))), true),
                new Case("large", graph(over(large, stepped(large, true, false))), true),
                new Case(
                        "large as it lies", graph(over(large, stepped(large, false, false))), true),
                new Case("large turned", graph(over(large, stepped(large, false, true))), true),
                new Case(
                        "of what it overwrites",
                        graph(over(square, Node.of(Binary.SUB, square, own))),
                        true),
                new Case("sums", graph(over(w, summed)), true),
                new Case("few sums", graph(over(w, Node.of(Binary.SUB, w, few))), true),
                new Case("narrow", graph(over(narrow, summed(narrow, 9_000))), true),
                new Case("wide", graph(over(wide, summed(wide, 700))), true),
                new Case(
                        "sums of what it overwrites",
                        graph(over(w, Node.of(Binary.SUB, w, sums(rows, w)))),
                        true),
                new Case("sums wanted themselves", graph(over(w, summed), over(v, sums)), false),
                new Case("wanted itself", graph(over(w, stepped), over(v, g)), false),
                new Case("read twice", graph(over(w, stepped), over(t, transposed)), false));
    }

    private static Node argument(String name, int... dims) {
        return Node.of(new Argument(name, new Spec(Shape.of(dims), DType.FLOAT32)));
    }

    private static Node stepped(Node w, boolean transposeA, boolean transposeB) {
        return Node.of(Binary.SUB, w, scaled(gradient(LARGE, transposeA, transposeB)));
    }

    private static Node gradient(Size size, boolean transposeA, boolean transposeB) {
        int rows = size.rows;
        int columns = size.columns;
        int terms = size.terms;
        var a = transposeA ? argument("a", terms, rows) : argument("a", rows, terms);
        var b = transposeB ? argument("b", columns, terms) : argument("b", terms, columns);
        return Node.of(new MatMul(transposeA, transposeB), a, b);
    }

    private static Node summed(Node w, int slices) {
        var sums = sums(w.shape().dim(0), slices, w.shape().dim(1));
        return Node.of(Binary.SUB, w, scaled(sums));
    }

    private static Node sums(int rows, int slices, int columns) {
        return sums(rows, argument("x", slices, columns));
    }

    /// The sums of the rows of `x` that random numbers below `rows` put together.
    private static Node sums(int rows, Node x) {
        int slices = x.shape().dim(0);
        var numbers = new Random(slices).ints(slices, 0, rows).toArray();
        var indices = Node.of(new Constant(numbers, new Spec(Shape.of(slices), DType.INT32)));
        return Node.of(new ScatterAdd(0, rows), x, indices);
    }

    private static Node scaled(Node node) {
        return Node.of(Binary.MUL, node, Node.of(Constant.scalar(0.01, DType.FLOAT32)));
    }

    /// A result, and the argument that it overwrites.
    private record Update(Node argument, Node result) {}

    private static Update over(Node argument, Node result) {
        return new Update(argument, result);
    }

    private static Graph graph(Update... updates) {
        var results = Stream.of(updates).map(Update::result).toList();
        var arguments =
                Stream.concat(
                                Stream.of(updates).map(Update::argument),
                                Graph.of(List.of(), results).nodes().stream()
                                        .filter(node -> node.op() instanceof Argument))
                        .distinct()
                        .toList();
        return new Graph(
                arguments,
                results,
                Stream.of(updates).map(update -> arguments.indexOf(update.argument)).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasTheReferencesBits(Case c) {
        EngineBitsTest.check(
                c.graph,
                plan ->
                        assertThat(plan.matches("(?s).*(matmul|scatter_add), loop.*"))
                                .isEqualTo(c.joins));
    }
}
