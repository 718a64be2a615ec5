package hebb.teach;

import static hebb.nn.layers.Activation.RELU;
import static hebb.nn.layers.Activation.SIGMOID;
import static hebb.nn.layers.Activation.SOFTMAX;
import static hebb.nn.layers.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.layers.Add;
import hebb.nn.layers.Conv2D;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Flatten;
import hebb.nn.layers.Input;
import hebb.nn.layers.MaxPooling2D;
import hebb.nn.layers.Padding;
import hebb.nn.layers.SimpleRNN;
import hebb.nn.losses.BinaryCrossentropy;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.SGD;
import hebb.nn.regularizers.L2;
import hebb.nn.schedules.ExponentialDecay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class TeachTest {
    private static final Tensor X = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    private static final Tensor Y = Tensor.of(new double[][] {{0}, {1}, {1}, {0}});
    private static final double STEP = 1e-5;

    private static Model xor() {
        var model =
                Sequential.of(
                                Input.of(2).dtype(DType.FLOAT64),
                                Dense.of(3).activation(TANH).name("hidden"),
                                Dense.of(1).activation(SIGMOID).name("output"))
                        .dtype(DType.FLOAT64)
                        .name("xor");
        model.compile(SGD.of(0.5), BinaryCrossentropy.of());
        return model;
    }

    private static Tensor normal(int... shape) {
        return Randoms.of(5).normal(Spec.of(shape)).cast(DType.FLOAT64);
    }

    /// How the loss changes with each number of a weight.
    private static double[] differences(Model model, String path, DoubleSupplier loss) {
        var value = model.weights().value(path);
        var slopes = new double[value.size()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] =
                    (moved(model, path, value, i, STEP, loss)
                                    - moved(model, path, value, i, -STEP, loss))
                            / (2 * STEP);
        }
        model.weights().assign(path, value);
        return slopes;
    }

    private static double moved(
            Model model, String path, Tensor value, int i, double by, DoubleSupplier loss) {
        var numbers = value.toDoubles();
        numbers[i] += by;
        model.weights().assign(path, Tensor.of(numbers).reshape(value.shape().dims()));
        return loss.getAsDouble();
    }

    private static void requireGradients(Model model, Tensor x, Tensor y) {
        var loss = model.trainer().settings().lossOf("").orElseThrow();
        var html = Teach.trace(model, x, y).html();
        for (var weight : model.weights().trainable()) {
            var expected =
                    differences(model, weight.path(), () -> loss.of(y, model.predict(x)).item());
            assertThat(Shown.numbers(html, weight.path() + " gradient"))
                    .as(weight.path())
                    .containsExactly(expected, within(1e-7));
        }
    }

    @Test
    void theGradientsOnThePageAreThoseOfFiniteDifferences() {
        requireGradients(xor(), X, Y);
    }

    @Test
    void soAreThoseOfConvolutionsAndPooling() {
        var model =
                Sequential.of(
                                Input.of(4, 4, 1).dtype(DType.FLOAT64),
                                Conv2D.of(1, 3).padding(Padding.SAME).activation(RELU),
                                MaxPooling2D.of(2),
                                Flatten.of(),
                                Dense.of(3).activation(SOFTMAX))
                        .dtype(DType.FLOAT64);
        model.compile(SGD.of(), SparseCategoricalCrossentropy.of());
        requireGradients(model, normal(2, 4, 4, 1), Tensor.of(2, 0));
    }

    @Test
    void soAreThoseOfRecurrentLayers() {
        var model =
                Sequential.of(Input.of(4, 2).dtype(DType.FLOAT64), SimpleRNN.of(3), Dense.of(1))
                        .dtype(DType.FLOAT64);
        model.compile(SGD.of(), MeanSquaredError.of());
        requireGradients(model, normal(2, 4, 2), Tensor.zeros(2, 1));
    }

    @Test
    void whatLayersMakeIsWhatTheModelMakes() {
        var model = xor();
        var html = Teach.trace(model, X, Y).html();
        var z = X.matmul(model.weights().value("hidden/kernel"));
        assertThat(Shown.numbers(html, "hidden output"))
                .containsExactly(z.toDoubles(), within(1e-15));
        assertThat(Shown.numbers(html, "hidden_tanh output"))
                .containsExactly(z.tanh().toDoubles(), within(1e-15));
        assertThat(Shown.numbers(html, "prediction")).containsExactly(model.predict(X).toDoubles());
    }

    /// By the chain rule: what arrives at a curve, times its slope, is what goes on.
    @Test
    void slopesAndWhatArrivesMakeWhatGoesOn() {
        var model = xor();
        var html = Teach.trace(model, X, Y).html();
        for (var curve : new String[] {"hidden_tanh", "output_sigmoid"}) {
            var arrives = Tensor.of(Shown.numbers(html, curve + " output gradient"));
            var slope = Tensor.of(Shown.numbers(html, curve + " slope"));
            assertThat(Shown.numbers(html, curve + " input gradient"))
                    .containsExactly(arrives.mul(slope).toDoubles(), within(1e-12));
        }
        var a = Tensor.of(Shown.numbers(html, "hidden_tanh output"));
        assertThat(Shown.numbers(html, "hidden_tanh slope"))
                .containsExactly(a.square().neg().add(1).toDoubles(), within(1e-12));
        var p = Tensor.of(Shown.numbers(html, "prediction"));
        var y = Y.reshape(4);
        var expected = p.sub(y).div(p.mul(p.neg().add(1))).div(4);
        assertThat(Shown.numbers(html, "prediction gradient"))
                .containsExactly(expected.toDoubles(), within(1e-12));
    }

    @Test
    void theUpdateIsTheOneThatTheModelMakes() {
        var model = xor();
        model.compile(
                Adam.of().learningRate(ExponentialDecay.of(0.1, 1, 0.5)), BinaryCrossentropy.of());
        for (int step = 1; step <= 3; step++) {
            var lesson = Teach.trace(model, X, Y);
            assertThat(lesson.step()).isEqualTo(step);
            assertThat(lesson.rate()).isCloseTo(0.1 * Math.pow(0.5, step - 1), within(1e-8));
            double before = model.trainOnBatch(X, Y).loss();
            model.trainer().resetMetrics();
            assertThat(lesson.before()).isCloseTo(before, within(1e-6));
            for (var weight : model.weights()) {
                assertThat(Shown.numbers(lesson.html(), weight.path() + " after"))
                        .as(weight.path())
                        .containsExactly(weight.value().toDoubles());
            }
            for (var slot : model.trainer().optimizerState()) {
                if (slot.name().equals("velocity")) {
                    var path = slot.path().replace("/velocity", " velocity");
                    assertThat(Shown.numbers(lesson.html(), path))
                            .containsExactly(slot.value().toDoubles());
                }
            }
        }
    }

    @Test
    void theModelStaysAsItIs() {
        var model = xor();
        model.compile(Adam.of(), BinaryCrossentropy.of());
        model.trainOnBatch(X, Y);
        var weights = model.weights().all().stream().map(w -> w.value().toDoubles()).toList();
        var state =
                model.trainer().optimizerState().stream().map(w -> w.value().toDoubles()).toList();
        var _ = Teach.trace(model, X, Y).html();
        assertThat(model.weights().all().stream().map(w -> w.value().toDoubles()).toList())
                .usingRecursiveComparison()
                .isEqualTo(weights);
        assertThat(
                        model.trainer().optimizerState().stream()
                                .map(w -> w.value().toDoubles())
                                .toList())
                .usingRecursiveComparison()
                .isEqualTo(state);
    }

    @Test
    void whatIsFrozenIsNotUpdated() {
        var model = xor();
        model.freeze("hidden");
        var lesson = Teach.trace(model, X, Y);
        assertThat(lesson.stage("hidden").weights()).isEmpty();
        assertThat(lesson.stage("output").weights()).hasSize(2);
    }

    @Test
    void pricesOfWeightsCount() {
        var model = Sequential.of(Input.of(2), Dense.of(1).kernelRegularizer(L2.of(0.5)).name("d"));
        model.compile(SGD.of(), MeanSquaredError.of());
        var x = X.cast(DType.FLOAT32);
        double priced = Teach.trace(model, x, Y).before();
        assertThat(priced).isCloseTo(model.testOnBatch(x, Y).loss(), within(1e-6));
        var w = model.weights().value("d/kernel");
        assertThat(priced - new Loss(model, x).value())
                .isCloseTo(w.square().sum().mul(0.5).item(), within(1e-6));
    }

    private record Loss(Model model, Tensor x) {
        double value() {
            return MeanSquaredError.of().of(Y, model.predict(x)).item();
        }
    }

    @Test
    void thePageNeedsNothingElse(@TempDir Path folder) throws Exception {
        var model = Sequential.of(Input.of(2), Dense.of(1).name("a<b"));
        model.compile("sgd", "mse");
        var page = folder.resolve("teach.html");
        Teach.trace(model, X.cast(DType.FLOAT32), Y).save(page);
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("a&lt;b", "z = x · W + b", "L = mean (y − ŷ)²", "w ← w − η · g")
                .doesNotContain("http:", "https:", " src=", "a<b");
    }

    private static void says(String text, Executable wrong) {
        assertThatThrownBy(wrong::execute)
                .isInstanceOf(HebbException.class)
                .hasMessage(text.stripTrailing());
    }

    @Test
    void whatIsNoChainIsAnError() {
        var x = Input.of(2).name("x");
        var dense = Dense.of(2).name("dense");
        var branched = Model.of(x, Add.of().name("add").apply(x, dense.apply(x)));
        branched.compile("sgd", "mse");
        says(
                """
                Teach.trace: the network is no chain of layers
                  received: 'functional', at Add 'add'()      expected: layers one behind the other, each used once, and no model among them
                """,
                () -> Teach.trace(branched, X, X));
    }

    @Test
    void whatIsNotCompiledIsAnError() {
        assertThatThrownBy(() -> Teach.trace(Sequential.of(Input.of(2), Dense.of(1)), X, Y))
                .hasMessageContaining("the model is not compiled");
    }

    @Test
    void aStageThatIsNotThereIsAnError() {
        says(
                """
                Lesson.stage: there is no layer of that name
                  received: 'hiden'      expected: hidden, hidden_tanh, output, output_sigmoid
                """,
                () -> Teach.trace(xor(), X, Y).stage("hiden"));
    }
}
