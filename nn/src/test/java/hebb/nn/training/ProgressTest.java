package hebb.nn.training;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.tensor.Tensor;
import hebb.nn.Sequential;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long nanos;

    private ProgressBar bar(boolean color, Charset charset) {
        return new ProgressBar(new PrintStream(bytes, true, charset), color, () -> nanos);
    }

    private void seconds(double s) {
        nanos += (long) (s * 1e9);
    }

    private String printed() {
        var text = bytes.toString(UTF_8).replace(System.lineSeparator(), "\n");
        bytes.reset();
        return text;
    }

    private static Map<String, Double> values(double accuracy, double loss) {
        var values = new TreeMap<String, Double>();
        values.put("accuracy", accuracy);
        values.put("loss", loss);
        return values;
    }

    @Test
    void theBarIsKerass() {
        var bar = bar(false, UTF_8);
        bar.begin(OptionalInt.of(1875), "");
        seconds(1);
        bar.at(1);
        bar.draw(values(0.5, 1.25));
        assertThat(printed())
                .isEqualTo(
                        "\r   1/1875 "
                                + "─".repeat(20)
                                + " 31:14 1s/step - accuracy: 0.5000 - loss: 1.2500");
        seconds(1.874);
        bar.at(938);
        bar.draw(values(0.9, 0.0004));
        assertThat(printed())
                .isEqualTo(
                        "\r 938/1875 "
                                + "━".repeat(10)
                                + "─".repeat(10)
                                + " 1s 2ms/step - accuracy: 0.9000 - loss: 4.0000e-04");
        seconds(1.874);
        bar.at(1875);
        bar.finish(values(0.98765, 0.04123));
        assertThat(printed())
                .isEqualTo(
                        "\r1875/1875 "
                                + "━".repeat(20)
                                + " 5s 2ms/step - accuracy: 0.9877 - loss: 0.0412    \n");
    }

    @Test
    void coloursAreKerass() {
        var bar = bar(true, UTF_8);
        bar.begin(OptionalInt.of(4), "");
        seconds(0.004);
        bar.at(1);
        seconds(0.0002);
        bar.at(2);
        bar.draw(new TreeMap<>());
        assertThat(printed())
                .isEqualTo(
                        "\r\033[1m2/4\033[0m \033[32m━━━━━━━━━━\033[0m\033[37m━━━━━━━━━━\033[0m"
                                + " \033[1m0s\033[0m 200us/step");
    }

    @Test
    void ofAStreamTheEndIsUnknown() {
        var bar = bar(false, UTF_8);
        bar.begin(OptionalInt.empty(), "");
        seconds(2);
        bar.at(1);
        bar.draw(new TreeMap<>());
        assertThat(printed()).isEqualTo("\r      1/Unknown 2s 2s/step");
        bar.finish(new TreeMap<>());
        assertThat(printed()).isEqualTo("\r1/1 " + "━".repeat(20) + " 2s 2s/step\n");
    }

    @Test
    void itIsNotDrawnTooOften() {
        var bar = bar(false, UTF_8);
        bar.begin(OptionalInt.of(10), "");
        seconds(1);
        assertThat(bar.isDue()).isTrue();
        bar.draw(new TreeMap<>());
        seconds(0.04);
        assertThat(bar.isDue()).isFalse();
        seconds(0.02);
        assertThat(bar.isDue()).isTrue();
    }

    @Test
    void withoutALanguageItIsWrittenAllTheSame() {
        var bar = bar(false, US_ASCII);
        bar.begin(OptionalInt.of(1), "");
        bar.at(1);
        bar.finish(new TreeMap<>());
        assertThat(printed()).isEqualTo("\r1/1 " + "━".repeat(20) + " 0s 0s/step\n");
    }

    private Sequential model() {
        var model = Sequential.of(Input.of(2), Dense.of(1));
        model.compile("sgd", "mse", "mae");
        return model;
    }

    private Fit printing(boolean moves, int epochs) {
        var progress = new Progress(bar(false, UTF_8), moves);
        return Fit.epochs(epochs)
                .validation(Tensor.zeros(2, 2), Tensor.zeros(2, 1))
                .batchSize(1)
                .callbacks(progress)
                .verbose(0);
    }

    @Test
    void anEpochIsALineWhereNobodyLooks() {
        model().fit(Tensor.zeros(2, 2), Tensor.ones(2, 1), printing(false, 2).shuffle(false));
        assertThat(printed().replaceAll("0\\.\\d{4}", "#"))
                .isEqualTo(
                        "Epoch 1/2 - 2/2 - 0s - 0s/step - loss: # - mae: # - val_loss: # - val_mae:"
                                + " #\n"
                                + "Epoch 2/2 - 2/2 - 0s - 0s/step - loss: # - mae: # - val_loss: # -"
                                + " val_mae: #\n");
    }

    @Test
    void anEpochIsABarWhereSomebodyLooks() {
        var model = model();
        model.fit(Tensor.zeros(2, 2), Tensor.zeros(2, 1), printing(true, 2));
        var zero = "0.0000e+00";
        var last =
                "\r2/2 %s 0s 0s/step - loss: %s - mae: %s - val_loss: %s - val_mae: %s\n"
                        .formatted("━".repeat(20), zero, zero, zero, zero);
        assertThat(printed()).isEqualTo("Epoch 1/2\n" + last + "Epoch 2/2\n" + last);
        model.fit(Tensor.zeros(2, 2), Tensor.zeros(2, 1), printing(true, 1));
        assertThat(printed()).isEqualTo(last);
    }

    @Test
    void evaluationsAndPredictionsHaveABarToo() {
        var progress = new Progress(bar(false, UTF_8), true);
        var how = Inference.of().batchSize(1).callbacks(progress).verbose(0);
        var model = model();
        var _ = model.predict(Tensor.zeros(2, 2), how);
        assertThat(printed()).isEqualTo("\r2/2 " + "━".repeat(20) + " 0s 0s/step\n");
        var _ = model.evaluate(Tensor.zeros(2, 2), Tensor.zeros(2, 1), how);
        assertThat(printed())
                .isEqualTo(
                        "\r2/2 "
                                + "━".repeat(20)
                                + " 0s 0s/step - loss: 0.0000e+00 - mae: 0.0000e+00\n");
    }
}
