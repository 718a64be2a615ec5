package hebb.contract;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.engine.Engines;
import hebb.core.engine.Executable;
import hebb.core.engine.Workspace;
import hebb.core.grad.Gradients;
import hebb.core.op.Cast;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Gradients in float64 against finite differences: the slope of a number, the randomly weighted
/// sum of what an op computes, by four values around each element of each input.
final class Differences {
    private static final double STEP = 1e-3;
    private static final double TOLERANCE = 1e-6;

    private Differences() {}

    /// Checks the op's gradient.
    static void checkFirst(Sample sample) {
        var arguments = sample.arguments();
        var inputs = sample.smooth().stream().map(arguments::get).toList();
        check(sample, arguments, inputs, weightedSum(sample.apply(arguments)));
    }

    /// Checks the gradient of the op's gradient.
    static void checkSecond(Sample sample) {
        var arguments = sample.arguments();
        var inputs = sample.smooth().stream().map(arguments::get).toList();
        var slopes = Gradients.of(weightedSum(sample.apply(arguments)), inputs);
        var sum = slopes.stream().map(Differences::weightedSum).reduce(Node::plus).orElseThrow();
        check(sample, arguments, inputs, sum);
    }

    private static Node weightedSum(Node y) {
        var weights = Node.of(Numbers.between(0.5, 1.5, DType.FLOAT64, y.shape().dims()));
        var weighted = Node.of(new Cast(DType.FLOAT64), y).times(weights);
        return weighted.sum(IntStream.range(0, y.shape().rank()).toArray()).reshape(Shape.of());
    }

    private static void check(Sample sample, List<Node> arguments, List<Node> inputs, Node y) {
        var reference = Engines.named("reference");
        var run = reference.lower(Graph.of(arguments, List.of(y)));
        var gradients =
                Running.on(
                        reference, Graph.of(arguments, Gradients.of(y, inputs)), sample.arrays());
        for (int i = 0; i < inputs.size(); i++) {
            var derived = (double[]) gradients.get(i).data();
            for (int element = 0; element < derived.length; element++) {
                double slope = slope(run, sample.arrays(), sample.smooth().get(i), element);
                double size = Math.max(1, Math.max(Math.abs(slope), Math.abs(derived[element])));
                assertThat(Math.abs(derived[element] - slope) / size)
                        .as(
                                "%s: gradient %s of element %d of input %d, where differences give"
                                        + " %s",
                                sample, derived[element], element, sample.smooth().get(i), slope)
                        .isLessThan(TOLERANCE);
            }
        }
    }

    private static double slope(Executable run, Object[] arrays, int input, int element) {
        double near = value(run, arrays, input, element, STEP);
        near -= value(run, arrays, input, element, -STEP);
        double far = value(run, arrays, input, element, 2 * STEP);
        far -= value(run, arrays, input, element, -2 * STEP);
        return (8 * near - far) / (12 * STEP);
    }

    private static double value(
            Executable run, Object[] arrays, int input, int element, double step) {
        var moved = ((double[]) arrays[input]).clone();
        moved[element] += step;
        var arguments = Arrays.copyOf(arrays, arrays.length);
        arguments[input] = moved;
        var result = new double[1];
        run.run(arguments, new Object[] {result}, new Workspace());
        return result[0];
    }
}
