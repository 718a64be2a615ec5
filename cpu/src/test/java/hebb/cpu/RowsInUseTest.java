package hebb.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.grad.Gradients;
import hebb.core.op.Argument;
import hebb.core.op.Constant;
import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Scan;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.op.Unique;
import hebb.core.plan.Distinct;
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

/// Rows that nobody reads are not computed, and the bits are the reference engine's.
class RowsInUseTest {
    private static final int BATCH = 21, TIMES = 100, INDICES = BATCH * TIMES;

    private static Node argument(String name, int... dims) {
        return Node.of(new Argument(name, new Spec(Shape.of(dims), DType.FLOAT32)));
    }

    private static Node indices(int limit) {
        var random = new Random(limit);
        var values =
                IntStream.range(0, INDICES)
                        .map(_ -> (int) (limit * Math.pow(random.nextDouble(), 3)))
                        .toArray();
        return Node.of(new Constant(values, new Spec(Shape.of(BATCH, TIMES), DType.INT32)));
    }

    private static Node matrix(Node rows) {
        return Node.of(new Reshape(Shape.of(INDICES, rows.shape().dim(-1))), rows);
    }

    /// The rows of a table, the time first.
    private static Node sequence(Node table, Node indices) {
        return Node.of(new Transpose(List.of(1, 0, 2)), Node.of(new Gather(0), table, indices));
    }

    /// The outputs of a recurrent layer at all times.
    private static Node layer(Node x, int units, Node kernel, Node recurrent, Node bias) {
        var product = Node.of(MatMul.PLAIN, matrix(x), kernel).plus(bias);
        var all = Node.of(new Reshape(Shape.of(TIMES, BATCH, units)), product);
        var h = argument("h", BATCH, units);
        var now = argument("now", BATCH, units);
        var by = argument("by", units, units);
        var next = Node.of(Unary.TANH, now.plus(Node.of(MatMul.PLAIN, h, by)));
        var step = new Recurrence(List.of(h), List.of(now), List.of(by), List.of(next));
        var zeros = Node.of(new Constant(new float[BATCH * units], h.spec()));
        return Node.of(new Scan(step, next, false), zeros, all, recurrent);
    }

    private static Graph graph(List<Node> results) {
        var arguments =
                Graph.of(List.of(), results).nodes().stream()
                        .filter(node -> node.op() instanceof Argument)
                        .toList();
        return Graph.of(arguments, results);
    }

    private static Graph training(Node y, List<Node> weights) {
        var loss = Reduce.of(Reduce.Kind.SUM, y.times(y), 0, 1, 2);
        var results = new ArrayList<>(List.of(loss));
        var gradients = Gradients.of(loss, weights);
        for (int i = 0; i < weights.size(); i++) {
            results.add(weights.get(i).minus(gradients.get(i).times(1e-3)));
        }
        return graph(results);
    }

    /// Tables of fewer and of more rows than there are indices; rows so wide that the update of the
    /// kernel goes into its product, too.
    @ParameterizedTest
    @ValueSource(ints = {40, 700, 5000})
    void aTrainingStepHasTheReferencesBits(int limit) {
        for (int width : new int[] {37, 288}) {
            int units = width > 40 ? 256 : 48;
            var table = argument("table", limit, width);
            var kernel = argument("kernel", width, units);
            var recurrent = argument("recurrent", units, units);
            var bias = argument("bias", units);
            var y = layer(sequence(table, indices(limit)), units, kernel, recurrent, bias);
            var graph = training(y, List.of(table, kernel, recurrent, bias));

            EngineBitsTest.check(
                    Distinct.of(graph, 0), plan -> assertThat(plan).contains(": take, scan"));
        }
    }

    @Test
    void aLayerForEachTimeHasTheReferencesBits() {
        var table = argument("table", 900, 40);
        var kernel = argument("kernel", 40, 33);
        var x = matrix(Node.of(new Gather(0), table, indices(900)));
        var y = Node.of(Unary.RELU, Node.of(MatMul.PLAIN, x, kernel));
        var all = Node.of(new Reshape(Shape.of(BATCH, TIMES, 33)), y);

        EngineBitsTest.check(Distinct.of(training(all, List.of(table, kernel)), 0), _ -> {});
    }

    /// What is wanted as a whole is computed as a whole.
    @ParameterizedTest
    @ValueSource(strings = {"result", "sum", "turned", "others"})
    void rowsThatSomebodyReadsAreComputed(String how) {
        var table = argument("table", 5000, 40);
        var kernel = argument("kernel", 40, 33);
        var distinct = Node.of(new Unique(5000, false), indices(5000));
        var places = Node.of(new Unique(5000, true), indices(5000));
        var rows = Node.of(new Gather(0), table, distinct);
        var product = Node.of(MatMul.PLAIN, rows, kernel);
        var further =
                switch (how) {
                    case "result" -> product;
                    case "sum" -> Reduce.of(Reduce.Kind.SUM, product, 0);
                    case "turned" -> Node.of(new MatMul(true, false), product, rows);
                    default -> Node.of(new Gather(0), product, indices(INDICES));
                };

        EngineBitsTest.check(
                graph(List.of(Node.of(new Gather(0), product, places), further)), _ -> {});
    }
}
