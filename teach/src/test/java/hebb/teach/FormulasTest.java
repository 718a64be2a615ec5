package hebb.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Activation;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.layers.ReLU;
import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.CategoricalCrossentropy;
import hebb.nn.losses.Huber;
import hebb.nn.losses.LogCosh;
import hebb.nn.losses.Loss;
import hebb.nn.losses.MeanAbsoluteError;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.losses.Poisson;
import hebb.nn.losses.Reduction;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import hebb.nn.optimizers.Adagrad;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.Lion;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.optimizers.RMSprop;
import hebb.nn.optimizers.SGD;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a page says in letters, computed again from its numbers.
class FormulasTest {
    private static final Tensor X = Tensor.of(new double[][] {{0, 1}, {1, -1}, {0.5, 2}});
    private static final Tensor HOT = Tensor.of(new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}});
    private static final double[] NAMED = {0, 0, 1, 1, 0, 0, 0, 1, 0}; // the same, number by number
    private static final int SAMPLES = 3;

    private static Model model(Activation activation, Loss<?> loss, Optimizer<?> optimizer) {
        var model =
                Sequential.of(
                                Input.of(2).dtype(DType.FLOAT64),
                                Dense.of(3).activation(activation).name("d"))
                        .dtype(DType.FLOAT64);
        model.compile(optimizer, loss);
        return model;
    }

    /// How a loss changes with a prediction, of the answer, the prediction and how many there are.
    interface Slope {
        double of(double y, double p, int n);
    }

    private static Arguments loss(
            Activation activation, Loss<?> loss, Tensor y, String text, int n, Slope slope) {
        return Arguments.of(activation, loss, y, text, n, slope);
    }

    private static Stream<Arguments> losses() {
        var sigmoid = Activation.SIGMOID;
        int all = NAMED.length;
        return Stream.of(
                loss(
                        Activation.SOFTMAX,
                        CategoricalCrossentropy.of(),
                        HOT,
                        "L = − mean Σⱼ yⱼ log(ŷⱼ / Σₖ ŷₖ)<br>∂L/∂ŷⱼ = (1 − yⱼ / ŷⱼ) / n, as Σ ŷ = Σ"
                                + " y = 1",
                        SAMPLES,
                        (y, p, n) -> (1 - y / p) / n),
                loss(
                        Activation.SOFTMAX,
                        SparseCategoricalCrossentropy.of(),
                        Tensor.of(2, 0, 1),
                        "L = − mean log(ŷ[y] / Σₖ ŷₖ)<br>∂L/∂ŷⱼ = (1 − 1[j=y] / ŷⱼ) / n, as Σ ŷ ="
                                + " 1",
                        SAMPLES,
                        (y, p, n) -> (1 - y / p) / n),
                loss(
                        sigmoid,
                        BinaryCrossentropy.of(),
                        HOT,
                        "∂L/∂ŷ = (ŷ − y) / (ŷ (1 − ŷ) n)",
                        all,
                        (y, p, n) -> (p - y) / (p * (1 - p) * n)),
                loss(
                        sigmoid,
                        MeanSquaredError.of(),
                        HOT,
                        "∂L/∂ŷ = 2 (ŷ − y) / n",
                        all,
                        (y, p, n) -> 2 * (p - y) / n),
                loss(
                        sigmoid,
                        MeanAbsoluteError.of(),
                        HOT,
                        "∂L/∂ŷ = sign(ŷ − y) / n",
                        all,
                        (y, p, n) -> Math.signum(p - y) / n),
                loss(
                        sigmoid,
                        LogCosh.of(),
                        HOT,
                        "∂L/∂ŷ = tanh(ŷ − y) / n",
                        all,
                        (y, p, n) -> Math.tanh(p - y) / n),
                loss(
                        sigmoid,
                        Poisson.of(),
                        HOT,
                        "∂L/∂ŷ = (1 − y / ŷ) / n",
                        all,
                        (y, p, n) -> (1 - y / p) / n));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void slopesOfLossesAreThoseOfTheirFormulas(
            Activation activation, Loss<?> loss, Tensor y, String text, int n, Slope slope) {
        var html = Teach.trace(model(activation, loss, SGD.of()), X, y).html();
        assertThat(html).contains(text);
        var predictions = Shown.numbers(html, "prediction");
        var expected =
                IntStream.range(0, predictions.length)
                        .mapToDouble(i -> slope.of(NAMED[i], predictions[i], n))
                        .toArray();
        assertThat(Shown.numbers(html, "prediction gradient"))
                .containsExactly(expected, within(1e-6));
    }

    private static double[] updated(Optimizer<?> optimizer, String text) {
        var model = model(Activation.SIGMOID, MeanSquaredError.of(), optimizer);
        var html = Teach.trace(model, X, HOT).html();
        assertThat(html).contains(text);
        var w = Shown.numbers(html, "d/kernel before");
        var after = Shown.numbers(html, "d/kernel after");
        return IntStream.range(0, w.length).mapToDouble(i -> after[i] - w[i]).toArray();
    }

    @Test
    void firstStepsAreThoseOfTheirFormulas() {
        var model = model(Activation.SIGMOID, MeanSquaredError.of(), SGD.of());
        var g = Shown.numbers(Teach.trace(model, X, HOT).html(), "d/kernel gradient");
        assertSteps(updated(SGD.of(0.1), "w ← w − η · g"), g, v -> -0.1 * v);
        assertSteps(
                updated(SGD.of(0.1).momentum(0.9), "v ← μ v − η · g<br>w ← w + v"),
                g,
                v -> -0.1 * v);
        assertSteps(
                updated(
                        Adam.of().learningRate(0.1).beta1(0.8).epsilon(1e-3),
                        "v ← v + (1 − β₂)(g² − v)<br>w ← w − η · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v +"
                                + " ε)"),
                g,
                v -> -0.1 * Math.sqrt(0.001) / 0.2 * (0.2 * v) / (Math.sqrt(0.001 * v * v) + 1e-3));
        assertSteps(
                updated(
                        RMSprop.of().learningRate(0.1).rho(0.8),
                        "v ← ρ v + (1 − ρ) g²<br>w ← w − η · g / √(v + ε)"),
                g,
                v -> -0.1 * v / Math.sqrt(0.2 * v * v + 1e-7));
        assertSteps(
                updated(Adagrad.of().learningRate(0.1), "v ← v + g²<br>w ← w − η · g / √(v + ε)"),
                g,
                v -> -0.1 * v / Math.sqrt(0.1 + v * v + 1e-7));
    }

    private static void assertSteps(double[] steps, double[] gradients, DoubleUnaryOperator step) {
        var expected = Arrays.stream(gradients).map(step).toArray();
        assertThat(steps).containsExactly(expected, within(1e-6));
    }

    @Test
    void anOptionForWhichNoFormulaHoldsIsNamed() {
        assertThat(LossFormulas.of(Huber.of()))
                .isEqualTo("L = mean ½ (y − ŷ)², or |y − ŷ| − ½ where that is more than 1");
        assertThat(LossFormulas.of(Huber.of().delta(2)))
                .isEqualTo("L = huber_loss(y, ŷ),  with delta = 2.0");
        assertThat(LossFormulas.of(BinaryCrossentropy.of().fromLogits(true)))
                .isEqualTo("L = binary_crossentropy(y, ŷ),  with from_logits = true");
        assertThat(LossFormulas.of(MeanSquaredError.of().reduction(Reduction.SUM)))
                .isEqualTo("L = mean_squared_error(y, ŷ),  with reduction = sum");
        assertThat(OptimizerFormulas.of(SGD.of().momentum(0.9).nesterov(true)))
                .isEqualTo("w ← the step of SGD, along −g,  with momentum = 0.9, nesterov = true");
        assertThat(OptimizerFormulas.of(Adam.of().learningRate(0.5).clipnorm(1)))
                .isEqualTo("w ← the step of Adam, along −g,  with clipnorm = 1.0");
        assertThat(OptimizerFormulas.of(Adam.of().weightDecay(0.01)))
                .isEqualTo("w ← the step of Adam, along −g,  with weight_decay = 0.01");
        assertThat(OptimizerFormulas.of(Lion.of())).isEqualTo("w ← the step of Lion, along −g");
    }

    @Test
    void soItIsForLayers() {
        assertThat(Formulas.of(ReLU.of()).forward()).isEqualTo("a = max(0, z)");
        assertThat(Formulas.of(ReLU.of().maxValue(6)).forward()).isEqualTo("y = f(x)");
        assertThat(Formulas.of(Dense.of(2)).forward()).isEqualTo("z = x · W + b");
        assertThat(Formulas.of(Dense.of(2).useBias(false)).forward()).isEqualTo("z = x · W");
        assertThat(Formulas.of(Dense.of(2).activation(Activation.TANH)).forward())
                .isEqualTo("y = f(x)");
        assertThat(Formulas.of(Conv2D.of(2, 3)).forward()).startsWith("z[p, q, c] = Σ");
        assertThat(Formulas.of(Conv2D.of(2, 3).strides(2)).forward()).isEqualTo("y = f(x)");
    }

    @Test
    void anActivationNamesTheLayerBeforeIt() {
        var model =
                Sequential.of(
                        Input.of(2),
                        Dense.of(2).activation(Activation.RELU).name("dense_1"),
                        Dense.of(2).activation(Activation.LOG_SOFTMAX).name("out_2"),
                        Activation.of("tanh").name("last"));
        model.compile("sgd", "mse");
        var html = Teach.trace(model, X.cast(DType.FLOAT32), Tensor.zeros(SAMPLES, 2)).html();
        assertThat(html)
                .contains(
                        "relu <small>after dense_1</small>",
                        "log_softmax <small>after out_2</small>",
                        "tanh <small>Activation</small>");
    }
}
