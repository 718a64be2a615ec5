package hebb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.engine.Engine;
import hebb.core.engine.Engines;
import hebb.core.engine.Workspace;
import hebb.core.op.Constant;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;

/// Runs graphs on engines, and compares.
final class Running {
    /// One for all, so that each run finds what others left.
    private static final Workspace USED = new Workspace();

    private static final int BEYOND = 5;

    private Running() {}

    /// What the engine of that name computes of a sample.
    static Constant on(String engine, Sample sample) {
        return on(Engines.named(engine), sample.graph(), sample.arrays()).getFirst();
    }

    /// The results of a graph.
    static List<Constant> on(Engine engine, Graph graph, Object... arguments) {
        var results =
                graph.results().stream().map(r -> r.dtype().array(r.shape().size())).toArray();
        engine.lower(graph).run(arguments, results, new Workspace());
        return constants(graph, results);
    }

    /// The results of a graph, run twice in arrays that are longer than the shapes and full of
    /// other numbers.
    ///
    /// Fails if the second run gives something else, or if an argument or what lies beyond a shape
    /// changes.
    static List<Constant> guarded(Engine engine, Graph graph, Object... arguments) {
        var plan = engine.lower(graph);
        var inputs = graph.arguments().stream().map(Running::longer).toArray();
        for (int i = 0; i < inputs.length; i++) {
            System.arraycopy(arguments[i], 0, inputs[i], 0, Array.getLength(arguments[i]));
        }
        var before = all(graph.arguments(), inputs);
        var results = graph.results().stream().map(Running::longer).toArray();
        plan.run(inputs, results, USED);
        var first = constants(graph, results);
        plan.run(inputs, results, USED);
        assertThat(constants(graph, results)).as("the second run").isEqualTo(first);
        assertThat(all(graph.arguments(), inputs)).as("the arguments").isEqualTo(before);
        for (int i = 0; i < results.length; i++) {
            var node = graph.results().get(i);
            assertThat(part(node.dtype(), results[i], node.shape().size(), BEYOND))
                    .as("what lies beyond result %d", i)
                    .isEqualTo(part(node.dtype(), longer(node), node.shape().size(), BEYOND));
        }
        return first;
    }

    private static Object longer(Node node) {
        return Numbers.bits(node.dtype(), node.shape().size() + BEYOND).data();
    }

    private static List<Constant> all(List<Node> nodes, Object[] arrays) {
        return IntStream.range(0, arrays.length)
                .mapToObj(i -> part(nodes.get(i).dtype(), arrays[i], 0, Array.getLength(arrays[i])))
                .toList();
    }

    private static Constant part(DType type, Object array, int from, int count) {
        var part = type.array(count);
        System.arraycopy(array, from, part, 0, count);
        return new Constant(part, new Spec(Shape.of(count), type));
    }

    private static List<Constant> constants(Graph graph, Object[] results) {
        return IntStream.range(0, results.length)
                .mapToObj(i -> {
                    var spec = graph.results().get(i).spec();
                    int size = spec.shape().size();
                    var elements = part(spec.dtype(), results[i], 0, size);
                    return new Constant(elements.data(), spec);
                })
                .toList();
    }

    /// The first element that differs in its bits, in words; empty if none does.
    static String difference(Constant actual, Constant expected) {
        if (actual.equals(expected)) {
            return "";
        }
        int i = 0;
        while (Array.get(actual.data(), i).equals(Array.get(expected.data(), i))) {
            i++;
        }
        return "element %d is %s, in the reference %s"
                .formatted(i, Array.get(actual.data(), i), Array.get(expected.data(), i));
    }
}
