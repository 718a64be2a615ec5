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
import hebb.core.op.ScatterAdd;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.op.Unique;
import hebb.core.plan.Distinct;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Arrays;
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
        return indices(limit, BATCH);
    }

    private static Node indices(int limit, int batch) {
        var random = new Random(limit);
        var values =
                IntStream.range(0, batch * TIMES)
                        .map(_ -> (int) (limit * Math.pow(random.nextDouble(), 3)))
                        .toArray();
        return Node.of(new Constant(values, new Spec(Shape.of(batch, TIMES), DType.INT32)));
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

    private static Graph training(Node y, List<Node> weights) {
        var loss = Reduce.of(Reduce.Kind.SUM, y.times(y), 0, 1, 2);
        var results = new ArrayList<>(List.of(loss));
        var gradients = Gradients.of(loss, weights);
        for (int i = 0; i < weights.size(); i++) {
            results.add(weights.get(i).minus(gradients.get(i).times(1e-3)));
        }
        return EngineBitsTest.graph(results);
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

    /// Two layers on one table, one of them from behind.
    @Test
    void twoLayersOfOneTableHaveTheReferencesBits() {
        var table = argument("table", 900, 37);
        var weights = new ArrayList<>(List.of(table));
        var x = sequence(table, indices(900));
        var outputs = new ArrayList<Node>();
        for (var name : List.of("a", "b")) {
            var kernel = argument(name + " kernel", 37, 48);
            var recurrent = argument(name + " recurrent", 48, 48);
            var bias = argument(name + " bias", 48);
            weights.addAll(List.of(kernel, recurrent, bias));
            outputs.add(layer(x, 48, kernel, recurrent, bias));
        }
        var y = outputs.getFirst().times(outputs.getLast());

        EngineBitsTest.check(Distinct.of(training(y, weights), 0), _ -> {});
    }

    /// Rows that a loop could look up by itself, if nobody else wanted them, or as they are.
    @ParameterizedTest
    @ValueSource(strings = {"once", "twice", "wanted", "as a state", "by columns", "other rows"})
    void sequencesOfATableHaveTheReferencesBits(String how) {
        int units = 32;
        var indices = how.equals("other rows") ? indices(units, units) : indices(units);
        var places = Node.of(new Unique(units, true), indices);
        var byTime = Node.of(new Transpose(List.of(1, 0)), places);
        var table = argument("table", units, units);
        var all = Node.of(new Gather(how.equals("by columns") ? 1 : 0), table, byTime);
        if (how.equals("by columns")) {
            all = Node.of(new Transpose(List.of(1, 2, 0)), all);
        }
        var h = argument("h", BATCH, units);
        var now = argument("now", all.shape().drop(0).stream().toArray());
        var other = argument("other", all.shape().drop(0).stream().toArray());
        var sum =
                how.equals("other rows")
                        ? Node.of(MatMul.PLAIN, h, now) // a matrix for all samples
                        : h.plus(now).plus(other.times(0.5));
        var next = Node.of(Unary.TANH, sum);
        var step = new Recurrence(List.of(h), List.of(now, other), List.of(), List.of(next));
        var begin = argument("begin", BATCH, units);
        var another = argument("another", all.shape().stream().toArray());
        var y =
                Node.of(
                        new Scan(step, next, false),
                        begin,
                        all,
                        how.equals("twice") ? all : another);
        var results = new ArrayList<>(List.of(y));
        if (how.equals("wanted")) {
            results.add(all);
        } else if (how.equals("as a state")) {
            results.add(Reduce.of(Reduce.Kind.SUM, all, 0));
        }

        EngineBitsTest.check(EngineBitsTest.graph(results), _ -> {});
    }

    /// What is wanted as a whole is computed as a whole.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "result",
                "sum",
                "turned",
                "others",
                "added up",
                "products added up",
                "more room",
                "as a bias",
                "tiny",
                "infinite"
            })
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
                    case "others" -> Node.of(new Gather(0), product, indices(INDICES));
                    case "added up" -> Node.of(new ScatterAdd(0, 5000), rows, distinct);
                    case "products added up" -> Node.of(new ScatterAdd(0, 5000), product, distinct);
                    case "more room" -> {
                        var x = argument("x", BATCH, TIMES, 33);
                        var sums = Node.of(new ScatterAdd(0, 5001), x, places);
                        yield Node.of(new Gather(0), sums, places);
                    }
                    case "as a bias" -> {
                        var values = Node.of(new Gather(0), argument("v", 5000), distinct);
                        var square = Node.of(MatMul.PLAIN, rows, argument("k", 40, INDICES));
                        yield Node.of(new Gather(0), square.plus(values), places);
                    }
                    // what is behind the distinct rows decides about the sign of a zero, or makes
                    // NaN of what is infinite
                    case "tiny" -> {
                        var small = Node.of(new Gather(0), constant(1e-30f, 5000, 40), distinct);
                        var sums = sums(constant(-1e-30f, BATCH, TIMES, 33), places);
                        yield Node.of(new MatMul(true, false), small, sums);
                    }
                    default -> {
                        var infinite = constant(Float.POSITIVE_INFINITY, 33, 40);
                        var sums = sums(constant(1, BATCH, TIMES, 33), places);
                        var back = Node.of(MatMul.PLAIN, sums, infinite);
                        yield Node.of(new ScatterAdd(0, 5000), back, distinct);
                    }
                };

        EngineBitsTest.check(
                EngineBitsTest.graph(List.of(Node.of(new Gather(0), product, places), further)),
                _ -> {});
    }

    private static Node sums(Node x, Node places) {
        return Node.of(new ScatterAdd(0, INDICES), x, places);
    }

    private static Node constant(float value, int... dims) {
        var shape = Shape.of(dims);
        var values = new float[shape.size()];
        Arrays.fill(values, value);
        return Node.of(new Constant(values, new Spec(shape, DType.FLOAT32)));
    }
}
