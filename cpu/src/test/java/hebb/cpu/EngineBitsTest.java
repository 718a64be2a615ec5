package hebb.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.engine.Engine;
import hebb.core.engine.Engines;
import hebb.core.engine.Workspace;
import hebb.core.op.Argument;
import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Constant;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.team.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the engine does to be fast, its bits are the reference engine's.
class EngineBitsTest {
    private static final int GRAPHS = Integer.getInteger("hebb.graphs", 120);

    private final Engine reference = Engines.named("reference");

    static LongStream seeds() {
        return LongStream.range(0, GRAPHS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRandomGraphHasTheReferencesBitsHoweverItIsRun(long seed) {
        check(RandomGraph.of(seed), seed, true);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTrainingStepHasTheReferencesBitsHoweverItIsRun(long seed) {
        check(RandomNetwork.of(seed), seed, false);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void loopsOverTimeHaveTheReferencesBitsHoweverTheyAreRun(long seed) {
        check(RandomRecurrence.of(seed), seed, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 37, 64, 1000, 1024, 1025})
    void aRowForManyRowsHasTheReferencesBits(int columns) {
        var shape = Shape.of(20_000 / columns, columns);
        var x = Node.of(new Argument("x", new Spec(shape, DType.FLOAT32)));
        var scale = Node.of(new Argument("s", new Spec(Shape.of(columns), DType.FLOAT32)));
        var offset = Node.of(new Argument("o", new Spec(Shape.of(columns), DType.FLOAT32)));
        var scaled = Node.of(Binary.MUL, x, Node.of(new Broadcast(shape), scale));
        var moved = Node.of(Binary.ADD, scaled, Node.of(new Broadcast(shape), offset));
        check(
                Graph.of(List.of(x, scale, offset), List.of(Node.of(Unary.RELU, moved), scaled)),
                columns,
                true);
    }

    /// Code made for the expression takes over after some runs; what it cannot compute, the sine,
    /// comes before it, and may lie where the expression's input lay.
    @Test
    void codeMadeAfterSomeRunsHasTheReferencesBits() {
        var a = Node.of(new Argument("a", new Spec(Shape.of(64, 80), DType.FLOAT32)));
        var b = Node.of(new Argument("b", new Spec(Shape.of(80, 64), DType.FLOAT32)));
        var two = Node.of(Constant.scalar(2, DType.FLOAT32));
        var x = Node.of(new MatMul(false, false), a, b);
        var moved = Node.of(Binary.ADD, Node.of(Binary.MUL, x, two), two);
        var sine = Node.of(Unary.SIN, x);
        var y = Node.of(Binary.MUL, moved, sine);
        var later = Node.of(new MatMul(false, false), sine, y);
        var graph = Graph.of(List.of(a, b), List.of(y, later));
        var expected = run(reference, graph, 1, false);
        try (var team = new Team(2)) {
            var executable = new CpuEngine(team, Kernels.preferred(), true).lower(graph);
            var workspace = new Workspace();
            for (int run = 0; run < 200; run++) {
                var arguments = RandomGraph.values(graph.arguments(), 1, false);
                Object[] results = {new float[64 * 64], new float[64 * 64]};
                executable.run(arguments, results, workspace);
                compare(List.of(results), expected, graph, "run " + run);
            }
        }
    }

    private void check(Graph graph, long seed, boolean special) {
        var expected = run(reference, graph, seed, special);
        for (int threads = 1; threads <= 3; threads++) {
            try (var team = new Team(threads)) {
                for (var lanes : List.of(Lanes.preferred(), Lanes.SCALAR)) {
                    for (boolean fusion : new boolean[] {true, false}) {
                        var engine = new CpuEngine(team, Kernels.of(lanes), fusion);
                        var how =
                                "seed %d, %d threads, %s, fusion %b"
                                        .formatted(seed, threads, lanes, fusion);
                        compare(run(engine, graph, seed, special), expected, graph, how);
                    }
                }
            }
        }
    }

    private static void compare(
            List<Object> results, List<Object> expected, Graph graph, String how) {
        for (int i = 0; i < results.size(); i++) {
            assertThat(bits(results.get(i)))
                    .as("result %d of %s", i, how)
                    .withFailMessage(
                            () -> "the bits differ: " + how + "\n" + RandomGraph.describe(graph))
                    .isEqualTo(bits(expected.get(i)));
        }
    }

    /// Bits that can be compared: every NaN is one NaN.
    static Object bits(Object array) {
        return switch (array) {
            case float[] a -> {
                var bits = new int[a.length];
                Arrays.setAll(bits, i -> Float.floatToIntBits(a[i]));
                yield bits;
            }
            case double[] a -> Arrays.stream(a).mapToLong(Double::doubleToLongBits).toArray();
            default -> array;
        };
    }

    /// Checks that on one to three threads, on vectors and on plain loops, a graph has the
    /// reference engine's bits, and what is to be checked of each of its plans.
    static void check(Graph graph, Consumer<String> plan) {
        var expected = run(Engines.named("reference"), graph, 1, false);
        for (int threads = 1; threads <= 3; threads++) {
            try (var team = new Team(threads)) {
                for (var lanes : List.of(Lanes.preferred(), Lanes.SCALAR)) {
                    var engine = new CpuEngine(team, Kernels.of(lanes), true);
                    plan.accept(engine.lower(graph).plan());
                    var results = run(engine, graph, 1, false);
                    for (int i = 0; i < expected.size(); i++) {
                        assertThat(bits(results.get(i)))
                                .as("result %d, %d threads, %s", i, threads, lanes)
                                .isEqualTo(bits(expected.get(i)));
                    }
                }
            }
        }
    }

    /// The graph of results whose arguments need not be named.
    static Graph graph(List<Node> results) {
        var arguments =
                Graph.of(List.of(), results).nodes().stream()
                        .filter(node -> node.op() instanceof Argument)
                        .toList();
        return Graph.of(arguments, results);
    }

    /// Runs twice, so that what a first run leaves in memory is there, and returns the second run's
    /// results.
    static List<Object> run(Engine engine, Graph graph, long seed, boolean special) {
        var executable = engine.lower(graph);
        var workspace = new Workspace();
        Object[] results = {};
        for (int run = 0; run < 2; run++) {
            var arguments = RandomGraph.values(graph.arguments(), seed, special);
            results = new Object[graph.results().size()];
            for (int i = 0; i < results.length; i++) {
                int target = graph.updates().get(i);
                Node node = graph.results().get(i);
                results[i] =
                        target == Graph.NEW
                                ? node.dtype().array(node.shape().size())
                                : arguments[target];
            }
            executable.run(arguments, results, workspace);
        }
        return new ArrayList<>(List.of(results));
    }
}
