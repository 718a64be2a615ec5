package hebb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.engine.Engine;
import hebb.core.engine.Engines;
import hebb.core.engine.Workspace;
import hebb.core.grad.Gradients;
import hebb.core.op.Argument;
import hebb.core.op.Graph;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.shape.DType;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each engine found as a service computes the reference engine's bits (all NaNs are one), into the
/// arrays it is given and nowhere else.
class EngineContractTest {
    private static final Engine REFERENCE = Engines.named("reference");

    static List<Engine> engines() {
        return Engines.all();
    }

    @TestFactory
    Stream<DynamicContainer> computesTheBitsOfEachOp() {
        return forAll(engines(), (engine, sample) -> agree(engine, sample, sample.graph()));
    }

    /// What one engine computes step by step, another may fuse.
    @TestFactory
    Stream<DynamicContainer> computesTheBitsOfGradients() {
        var others = engines().stream().filter(e -> !e.name().equals(REFERENCE.name())).toList();
        return forAll(others, (engine, sample) -> agree(engine, sample, withGradients(sample)));
    }

    private static Stream<DynamicContainer> forAll(
            List<Engine> engines, BiConsumer<Engine, Sample> check) {
        return engines.stream()
                .flatMap(engine ->
                        Stream.of(DType.FLOAT32, DType.FLOAT64)
                                .map(type -> container(engine, type, check)));
    }

    private static DynamicContainer container(
            Engine engine, DType type, BiConsumer<Engine, Sample> check) {
        var tests = OpSamples.tests(OpSamples.of(type), sample -> check.accept(engine, sample));
        return DynamicContainer.dynamicContainer(engine.name() + ", " + type, tests);
    }

    private static Graph withGradients(Sample sample) {
        var arguments = sample.arguments();
        var y = sample.apply(arguments);
        var inputs = arguments.stream().filter(a -> a.dtype().isFloating()).toList();
        var results = new ArrayList<>(List.of(y));
        if (y.dtype().isFloating()) {
            results.addAll(Gradients.of(y.times(y), inputs));
        }
        return Graph.of(arguments, results);
    }

    private static void agree(Engine engine, Sample sample, Graph graph) {
        var expected = Running.on(REFERENCE, graph, sample.arrays());
        var actual = Running.guarded(engine, graph, sample.arrays());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Running.difference(actual.get(i), expected.get(i)))
                    .as("%s of %s, result %d", engine.name(), sample, i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void overwritesArgumentsAfterTheirLastRead(Engine engine) {
        var a = Node.of(new Argument("a", Spec.of(3)));
        var b = Node.of(new Argument("b", Spec.of(3)));
        var graph =
                new Graph(
                        List.of(a, b), List.of(a.plus(b), a.times(b), a), List.of(Graph.NEW, 0, 1));
        var left = new float[] {1, 2, 3};
        var right = new float[] {10, 20, 30};
        var sum = new float[3];

        engine.lower(graph)
                .run(new Object[] {left, right}, new Object[] {sum, left, right}, new Workspace());

        assertThat(sum).containsExactly(11, 22, 33);
        assertThat(left).containsExactly(10, 40, 90);
        assertThat(right).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void runsOnePlanOnSeveralThreads(Engine engine) {
        var a = Node.of(new Argument("a", Spec.of(50, 60)));
        var b = Node.of(new Argument("b", Spec.of(60, 70)));
        var product = Node.of(MatMul.PLAIN, a, b);
        var plan = engine.lower(Graph.of(List.of(a, b), List.of(product.plus(product))));

        var sums =
                IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(i -> {
                            var left = new float[50 * 60];
                            Arrays.fill(left, i);
                            var right = new float[60 * 70];
                            Arrays.fill(right, 1);
                            var result = new float[50 * 70];
                            plan.run(
                                    new Object[] {left, right},
                                    new Object[] {result},
                                    new Workspace());
                            return result;
                        })
                        .toList();

        for (int i = 0; i < sums.size(); i++) {
            assertThat(sums.get(i)).containsOnly(i * 120f);
        }
    }
}
