package hebb.teach;

import static hebb.nn.layers.Activation.RELU;
import static hebb.nn.layers.Activation.SIGMOID;
import static hebb.nn.layers.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.initializers.Initializer;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.Loss;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.optimizers.SGD;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each trouble with a network that has it, and one that does not.
class WarningTest {
    private static final Tensor X = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    private static final Tensor Y = Tensor.of(new float[][] {{0}, {1}, {1}, {0}});

    private static Model compiled(double rate, Loss<?> loss, Layer<?>... layers) {
        var all = new ArrayList<Layer<?>>(List.of(Input.of(2)));
        all.addAll(List.of(layers));
        var model = Sequential.of(all);
        model.compile(SGD.of(rate), loss);
        return model;
    }

    private static List<Warning> warnings(double rate, Loss<?> loss, Layer<?>... layers) {
        return Teach.trace(compiled(rate, loss, layers), X, Y).warnings();
    }

    private static List<Warning.Kind> kinds(double rate, Loss<?> loss, Layer<?>... layers) {
        return warnings(rate, loss, layers).stream().map(Warning::kind).toList();
    }

    private static Dense hidden(Activation activation) {
        return Dense.of(4).activation(activation).name("hidden");
    }

    private static Dense output() {
        return Dense.of(1).activation(SIGMOID).name("output");
    }

    @Test
    void aHealthyNetworkHasNone() {
        assertThat(warnings(0.1, BinaryCrossentropy.of(), hidden(TANH), output())).isEmpty();
        var page =
                Teach.trace(compiled(0.1, BinaryCrossentropy.of(), hidden(TANH), output()), X, Y);
        assertThat(page.html()).contains("Nothing keeps this network from learning");
    }

    @Test
    void deadReLUs() {
        var dead = hidden(RELU).biasInitializer(Initializer.constant(-5));
        var warnings = warnings(0.1, BinaryCrossentropy.of(), dead, output());
        assertThat(warnings.getFirst())
                .isEqualTo(
                        new Warning(
                                Warning.Kind.DEAD_RELU,
                                "hidden_relu",
                                "4 of 4 units are 0 for every sample here: the slope of ReLU is 0"
                                        + " there, so no gradient reaches their weights.",
                                "Lower the learning rate, begin with HeNormal weights, or take"
                                        + " LeakyReLU, whose slope is never 0."));
        var alive = hidden(RELU).biasInitializer(Initializer.constant(2));
        assertThat(kinds(0.01, BinaryCrossentropy.of(), alive, output())).isEmpty();
    }

    @Test
    void saturatedCurves() {
        var far = hidden(TANH).biasInitializer(Initializer.constant(3));
        assertThat(kinds(0.1, BinaryCrossentropy.of(), far, output()))
                .containsExactly(Warning.Kind.SATURATED);
        var near = hidden(TANH).biasInitializer(Initializer.constant(0.5));
        assertThat(kinds(0.1, BinaryCrossentropy.of(), near, output())).isEmpty();
    }

    /// Squares lose the gradient at the end of the curve, a cross-entropy does not.
    @Test
    void predictionsThatAreWrongAndCannotMove() {
        var sure = output().biasInitializer(Initializer.constant(8));
        var warnings = warnings(0.1, MeanSquaredError.of(), sure);
        assertThat(warnings.getFirst().kind()).isEqualTo(Warning.Kind.SATURATED);
        assertThat(warnings.getFirst().text()).startsWith("2 of 2 wrong values");
        assertThat(kinds(0.1, BinaryCrossentropy.of(), sure)).isEmpty();
    }

    @Test
    void vanishingGradients() {
        assertThat(kinds(0.1, MeanSquaredError.of(), deep(SIGMOID, 8)))
                .containsExactly(Warning.Kind.VANISHING_GRADIENT);
        assertThat(kinds(0.1, MeanSquaredError.of(), deep(SIGMOID, 1))).isEmpty();
    }

    private static Layer<?>[] deep(Activation activation, int layers) {
        var all = new ArrayList<Layer<?>>();
        for (int i = 0; i < layers; i++) {
            all.add(Dense.of(4).activation(activation));
        }
        all.add(Dense.of(1));
        return all.toArray(Layer<?>[]::new);
    }

    @Test
    void explodingGradients() {
        var large = hidden(Activation.LINEAR).kernelInitializer(Initializer.constant(200));
        assertThat(kinds(1e-9, MeanSquaredError.of(), large, Dense.of(1)))
                .containsExactly(Warning.Kind.EXPLODING_GRADIENT);
        var usual = hidden(Activation.LINEAR);
        assertThat(kinds(1e-3, MeanSquaredError.of(), usual, Dense.of(1))).isEmpty();
    }

    @Test
    void aRateThatIsTooHigh() {
        var warnings = warnings(30, MeanSquaredError.of(), Dense.of(1));
        assertThat(warnings).extracting(Warning::kind).containsExactly(Warning.Kind.RATE_TOO_HIGH);
        assertThat(warnings.getFirst().text()).contains("at the rate 30 the step went past");
        assertThat(kinds(0.1, MeanSquaredError.of(), Dense.of(1))).isEmpty();
    }

    @Test
    void numbersThatAreNoneExplode() {
        var broken = hidden(Activation.EXPONENTIAL).biasInitializer(Initializer.constant(1000));
        assertThat(kinds(0.1, MeanSquaredError.of(), broken, Dense.of(1)))
                .contains(Warning.Kind.EXPLODING_GRADIENT, Warning.Kind.RATE_TOO_HIGH);
    }
}
