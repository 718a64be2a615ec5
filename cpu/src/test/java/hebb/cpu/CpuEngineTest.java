package hebb.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.engine.Engines;
import hebb.core.engine.Workspace;
import hebb.core.op.Argument;
import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.team.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuEngineTest {
    private static CpuEngine engine(Team team) {
        return new CpuEngine(team, Kernels.of(Lanes.SCALAR), true);
    }

    private static Node argument(String name, DType dtype, int... dims) {
        return Node.of(new Argument(name, new Spec(Shape.of(dims), dtype)));
    }

    @Test
    void isFoundAndPreferred() {
        assertThat(Engines.all().getFirst()).isInstanceOf(CpuEngine.class);
        assertThat(Engines.named("cpu").priority()).isEqualTo(100);
    }

    @Test
    void saysWhatItRunsOn() {
        try (var one = new Team(1);
                var three = new Team(3)) {
            assertThat(new CpuEngine(one, Kernels.of(Lanes.SCALAR), true).description())
                    .isEqualTo("cpu (scalar loops, 1 thread)");
            assertThat(new CpuEngine(three, Kernels.of(Lanes.BITS_256), true).description())
                    .isEqualTo("cpu (256-bit vectors, 3 threads)");
        }
    }

    @Test
    void printsItsSteps() {
        var x = argument("x", DType.FLOAT32, 4, 3);
        var w = argument("w", DType.FLOAT32, 3, 2);
        var b = argument("b", DType.FLOAT32, 2);
        var y = Node.of(Unary.RELU, Node.of(MatMul.PLAIN, x, w).plus(b));
        var z = y.times(y).plus(y);
        try (var team = new Team(1)) {
            var plan = engine(team).lower(Graph.of(List.of(x, w, b), List.of(z))).plan();

            assertThat(plan.lines().limit(2))
                    .containsExactly(
                            "  0 matmul + bias, relu: matmul, add, relu -> float32(4, 2)",
                            "  1 loop: multiply, add -> float32(4, 2)");
        }
    }

    @Test
    void takesAndAddsSlicesInTheOrderInWhichTheyAreWanted() {
        var table = argument("table", DType.FLOAT32, 10, 8);
        var indices = argument("indices", DType.INT32, 3, 5);
        var taken = timeFirst(Node.of(new Gather(0), table, indices));
        var added = Node.of(new ScatterAdd(0, 10), timeFirst(Node.of(Unary.SQRT, taken)), indices);
        try (var team = new Team(1)) {
            var graph = Graph.of(List.of(table, indices), List.of(added));

            assertThat(engine(team).lower(graph).plan().lines().limit(3))
                    .containsExactly(
                            "  0 take in another order: take, transpose -> float32(5, 3, 8)",
                            "  1 loop: sqrt -> float32(5, 3, 8)",
                            "  2 scatter_add in another order: transpose, scatter_add"
                                    + " -> float32(10, 8)");
        }
    }

    private static Node timeFirst(Node x) {
        return Node.of(new Transpose(List.of(1, 0, 2)), x);
    }

    @Test
    void namesAnIndexOutOfRangeWhicheverThreadFindsIt() {
        var table = argument("table", DType.FLOAT32, 10, 4096);
        var indices = argument("indices", DType.INT32, 100);
        var graph =
                Graph.of(List.of(table, indices), List.of(Node.of(new Gather(0), table, indices)));
        try (var team = new Team(2)) {
            var wrong = new int[100];
            wrong[97] = 10;
            Object[] arguments = {new float[10 * 4096], wrong};
            Object[] results = {new float[100 * 4096]};
            var program = engine(team).lower(graph);

            assertThatThrownBy(() -> program.run(arguments, results, new Workspace()))
                    .isInstanceOf(HebbException.class)
                    .hasMessage(
                            """
                            take: an index is out of range
                              received: 10 at (97,) of indices of shape (100,)\
                                  expected: 0 to 9, the positions of the axis\
                            """);
            wrong[97] = 9;
            program.run(arguments, results, new Workspace());
        }
    }

    /// On plain loops, as vectors are objects until the JIT compiler has removed them.
    @ParameterizedTest
    @ValueSource(longs = {10, 12})
    void aSteadyStepAllocatesNothing(long seed) {
        allocatesNothing(RandomNetwork.of(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 9})
    void aSteadyLoopOverTimeAllocatesNothing(long seed) {
        allocatesNothing(RandomRecurrence.of(seed));
    }

    private static void allocatesNothing(Graph graph) {
        try (var team = new Team(2)) {
            var program = engine(team).lower(graph);
            var arguments = RandomGraph.values(graph.arguments(), 5, false);
            var results = results(graph, arguments);
            var workspace = new Workspace();
            program.run(arguments, results, workspace);

            assertThat(Allocations.least(0, () -> program.run(arguments, results, workspace)))
                    .isZero();
        }
    }

    @Test
    void manyThreadsRunOneProgramAtOnce() throws Exception {
        var graph = RandomNetwork.of(8);
        try (var team = new Team(2);
                var callers = Executors.newFixedThreadPool(4)) {
            var program = engine(team).lower(graph);
            var tasks = new ArrayList<Callable<List<Object>>>();
            for (int i = 0; i < 40; i++) {
                tasks.add(() -> {
                    var arguments = RandomGraph.values(graph.arguments(), 8, false);
                    var results = results(graph, arguments);
                    program.run(arguments, results, new Workspace());
                    return List.of(results).stream().map(EngineBitsTest::bits).toList();
                });
            }
            var outcomes = callers.invokeAll(tasks);
            var first = outcomes.getFirst().get();
            for (var outcome : outcomes) {
                assertThat(outcome.get()).usingRecursiveComparison().isEqualTo(first);
            }
        }
    }

    private static Object[] results(Graph graph, Object[] arguments) {
        var results = new Object[graph.results().size()];
        for (int i = 0; i < results.length; i++) {
            int target = graph.updates().get(i);
            var node = graph.results().get(i);
            results[i] =
                    target == Graph.NEW
                            ? node.dtype().array(node.shape().size())
                            : arguments[target];
        }
        return results;
    }
}
