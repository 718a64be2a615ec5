package hebb.core.plan;

import static hebb.core.plan.Graphs.argument;
import static hebb.core.plan.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.engine.Engines;
import hebb.core.engine.Workspace;
import hebb.core.grad.Gradients;
import hebb.core.op.Constant;
import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.op.Unique;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctTest {
    private static final int BATCH = 48, TIMES = 50, INDICES = BATCH * TIMES;

    private final Node table = argument("table", 300, 40);
    private final Node kernel = argument("kernel", 40, 33);
    private final Node second = argument("second", 40, 33);
    private final Node bias = argument("bias", 33);
    private final Node indices = indices(300, BATCH, TIMES);

    private static Node indices(int limit, int... dims) {
        var random = new Random(5);
        var shape = Shape.of(dims);
        // most of them small, as the numbers of frequent words are
        var values =
                IntStream.range(0, shape.size())
                        .map(_ -> (int) (limit * Math.pow(random.nextDouble(), 4)))
                        .toArray();
        return Node.of(new Constant(values, new Spec(shape, DType.INT32)));
    }

    private static Node taken(Node table, Node indices) {
        return Node.of(new Gather(0), table, indices);
    }

    /// The rows, the time first, as a recurrent layer multiplies them.
    private static Node timeFirst(Node rows) {
        var turned = Node.of(new Transpose(List.of(1, 0, 2)), rows);
        return Node.of(new Reshape(Shape.of(INDICES, rows.shape().dim(2))), turned);
    }

    private static Node product(Node a, Node b) {
        return Node.of(MatMul.PLAIN, a, b);
    }

    /// The products of a graph, their left-hand sides' shapes.
    private static List<Shape> products(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> node.op() instanceof MatMul)
                .map(node -> node.input(0).shape())
                .toList();
    }

    private static Object[] run(Graph graph) {
        var random = new Random(7);
        var arguments =
                graph.arguments().stream()
                        .map(argument -> {
                            var values = new float[argument.shape().size()];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = (float) random.nextGaussian();
                            }
                            return (Object) values;
                        })
                        .toArray();
        var results =
                graph.results().stream()
                        .map(node -> node.dtype().array(node.shape().size()))
                        .toArray();
        Engines.named("reference").lower(graph).run(arguments, results, new Workspace());
        return results;
    }

    @Test
    void multipliesEachRowOnceAndChangesNoBitOfTheProduct() {
        var rows = timeFirst(taken(table, indices));
        var graph = graph(product(rows, kernel).plus(bias), rows);

        var better = Distinct.of(graph, 0);

        assertThat(products(better)).containsExactly(Shape.of(300, 40));
        assertSameBits(run(better), run(graph));
    }

    @Test
    void addsWhatArrivesAtARowBeforeItMultiplies() {
        var rows = timeFirst(taken(table, indices));
        var y = Node.of(Unary.TANH, product(rows, kernel).plus(bias));
        var graph = withGradients(y);

        var better = Distinct.of(graph, 0);

        assertThat(products(better))
                .hasSize(3)
                .allSatisfy(shape -> assertThat(shape.dim(0)).isEqualTo(300));
        assertAlike(run(better), run(graph));
    }

    @Test
    void addsWhatArrivesFromTwoProducts() {
        var rows = timeFirst(taken(table, indices));
        var y = Node.of(Unary.TANH, product(rows, kernel));
        var z = Node.of(Unary.TANH, product(rows, second).plus(bias));
        var graph = withGradients(y.times(z));

        var better = Distinct.of(graph, 0);

        assertThat(products(better))
                .hasSize(6)
                .allSatisfy(shape -> assertThat(shape.dim(0)).isEqualTo(300));
        assertAlike(run(better), run(graph));
    }

    @Test
    void multipliesByATransposedKernel() {
        var rows = Node.of(new Reshape(Shape.of(INDICES, 40)), taken(table, indices));
        var turned = argument("turned", 33, 40);
        var y = Node.of(new MatMul(false, true), rows, turned);

        var better = Distinct.of(graph(y), 0);

        assertThat(products(better)).containsExactly(Shape.of(300, 40));
        assertSameBits(run(better), run(graph(y)));
    }

    /// One linear layer behind another, and biases of as many axes as their outputs.
    @Test
    void multipliesOnceWhatAProductOfRowsIsMultipliedBy() {
        var rows = Node.of(new Reshape(Shape.of(INDICES, 40)), taken(table, indices));
        var first = inTime(product(rows, kernel)).plus(argument("b", 1, 1, 33));
        var matrix = Node.of(new Reshape(Shape.of(INDICES, 33)), first);
        var y = inTime(product(matrix, argument("next", 33, 36))).plus(argument("c", 1, 36));

        var better = Distinct.of(graph(y), 0);

        assertThat(products(better)).containsExactly(Shape.of(300, 40), Shape.of(300, 33));
        assertSameBits(run(better), run(graph(y)));
    }

    private static Node inTime(Node matrix) {
        return Node.of(new Reshape(Shape.of(BATCH, TIMES, matrix.shape().dim(1))), matrix);
    }

    @Test
    void leavesRowsWithoutColumnsAlone() {
        var none = taken(argument("none", 300, 0), indices);
        var reshaped = Node.of(new Reshape(Shape.of(7, 0)), none);
        var graph = graph(product(reshaped, argument("k", 0, 40)));

        assertThat(Distinct.of(graph, 0)).isSameAs(graph);
    }

    @Test
    void takesNoMoreRowsThanThereAreIndices() {
        var large = argument("large", 5000, 40);
        var many = indices(5000, BATCH, TIMES);
        var graph = graph(product(timeFirst(taken(large, many)), kernel));

        var better = Distinct.of(graph, 0);

        assertThat(products(better)).containsExactly(Shape.of(INDICES, 40));
        assertThat(better.nodes()).anyMatch(node -> node.op() instanceof Unique);
        assertSameBits(run(better), run(graph));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a large table", "narrow rows", "a narrow kernel", "other rows"})
    void leavesAloneWhatWouldNotPay(String what) {
        var rows = Node.of(new Reshape(Shape.of(INDICES, 40)), taken(table, indices));
        var y =
                switch (what) {
                    case "a large table" -> {
                        var large = argument("large", 8 * INDICES + 1, 40);
                        yield product(taken(large, indices(300, INDICES)), kernel);
                    }
                    case "narrow rows" -> {
                        var narrow = argument("narrow", 300, 8);
                        var few = taken(narrow, indices(300, INDICES));
                        yield product(few, argument("k", 8, 33));
                    }
                    case "a narrow kernel" -> product(rows, argument("k", 40, 8));
                    default -> product(Node.of(Unary.TANH, rows), kernel);
                };
        var graph = withGradients(y);

        assertThat(Distinct.of(graph, 0)).isSameAs(graph);
    }

    @Test
    void leavesAloneSmallProducts() {
        var graph = withGradients(product(timeFirst(taken(table, indices)), kernel));
        long size = (long) INDICES * 40 * 33;

        assertThat(Distinct.of(graph)).isSameAs(graph);
        assertThat(Distinct.of(graph, size + 1)).isSameAs(graph);
        assertThat(products(Distinct.of(graph, size))).isNotEqualTo(products(graph));
    }

    private Graph withGradients(Node y) {
        var loss = Reduce.of(Reduce.Kind.SUM, y, 0, 1);
        var results = new ArrayList<>(List.of(loss));
        var weights =
                graph(loss).arguments().stream()
                        .filter(argument -> argument.dtype() == DType.FLOAT32)
                        .toList();
        results.addAll(Gradients.of(loss, weights));
        return graph(results.toArray(Node[]::new));
    }

    private static void assertSameBits(Object[] actual, Object[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((float[]) actual[i]).containsExactly((float[]) expected[i]);
        }
    }

    private static void assertAlike(Object[] actual, Object[] expected) {
        for (int i = 0; i < expected.length; i++) {
            var a = (float[]) actual[i];
            var b = (float[]) expected[i];
            float largest = 0;
            for (float value : b) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int k = 0; k < b.length; k++) {
                assertThat(a[k])
                        .as("%d of result %d", k, i)
                        .isCloseTo(b[k], within(largest * 1e-5f));
            }
        }
    }
}
