package hebb.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Argument;
import hebb.core.op.Binary;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Products with one large right-hand side, and the sum of its rows, in one step.
class JointSweepsTest {
    /// More than some blocks, and neither a multiple of a block nor of the partial results.
    private static final int ROWS = 8203;

    private static final int COLUMNS = 128;

    /// A graph, and how many of its nodes are computed in one step.
    record Case(String name, Graph graph, int joined) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        var g = argument("g", ROWS, COLUMNS);
        var x = argument("x", ROWS, 32);
        var h = argument("h", ROWS, 37);
        var small = argument("small", ROWS / 8, COLUMNS);
        var left = argument("left", ROWS / 8, 20);
        var odd = argument("odd", ROWS, COLUMNS + 3);
        var wide =
                argument("wide", ROWS, COLUMNS + 16); // vectors of 16 leave one for the last panel
        var q = argument("q", ROWS, COLUMNS);
        var times = Node.of(new Reshape(Shape.of(13, ROWS / 13, COLUMNS)), g);
        var kernel = product(x, g);
        var recurrent = product(h, g);
        var made = Node.of(Unary.TANH, g);
        var waiting = product(scaled(h, kernel), g);
        var other = product(h, q);
        var otherWaiting = product(scaled(x, kernel), q);
        var waitingForOther = product(scaled(h, other), g);
        return Stream.of(
                new Case("two products", graph(kernel, recurrent), 2),
                new Case("with a sum", graph(sum(g, 0), kernel, recurrent), 3),
                new Case("one product and a sum", graph(kernel, sum(g, 0)), 2),
                new Case("a sum over two axes", graph(kernel, sum(times, 0, 1)), 2),
                new Case("what a loop has made", graph(product(x, made), product(h, made)), 2),
                new Case("read further on", graph(Node.of(Unary.TANH, kernel), recurrent), 2),
                new Case("one vector", graph(product(x, wide), product(h, wide)), 2),
                new Case(
                        "two pairs, of which one waits for the other's second",
                        graph(kernel, waitingForOther, other, otherWaiting),
                        2),
                new Case("one waits for the other", graph(kernel, waiting), 0),
                new Case("two sums", graph(sum(g, 0), sum(times, 0, 1)), 0),
                new Case("a small matrix", graph(product(left, small), sum(small, 0)), 0),
                new Case("columns that fill no vector", graph(product(x, odd), sum(odd, 0)), 0));
    }

    private static Node argument(String name, int... dims) {
        return Node.of(new Argument(name, new Spec(Shape.of(dims), DType.FLOAT32)));
    }

    private static Node product(Node x, Node g) {
        return Node.of(new MatMul(true, false), x, g);
    }

    private static Node sum(Node g, Integer... axes) {
        return Node.of(new Reduce(Reduce.Kind.SUM, List.of(axes)), g);
    }

    /// A matrix of which every element waits for a product.
    private static Node scaled(Node h, Node product) {
        var all = Node.of(new Reduce(Reduce.Kind.MAX, List.of(0, 1)), product);
        return Node.of(Binary.MUL, h, all);
    }

    private static Graph graph(Node... results) {
        return EngineBitsTest.graph(List.of(results));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasTheReferencesBits(Case c) {
        EngineBitsTest.check(
                c.graph,
                plan -> {
                    var steps =
                            plan.lines()
                                    .filter(line -> line.contains("joint: "))
                                    .collect(Collectors.joining());
                    assertThat((int) steps.chars().filter(s -> s == '(').count())
                            .as(steps)
                            .isEqualTo(c.joined);
                });
    }
}
