package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.callbacks.BackupAndRestore;
import hebb.nn.callbacks.LambdaCallback;
import hebb.nn.callbacks.SwapEMAWeights;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.layers.BatchNormalization;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Dropout;
import hebb.nn.layers.Input;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.optimizers.Adam;
import hebb.nn.optimizers.SGD;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final int SAMPLES = 22; // which the batches of 4 do not divide

    private final Tensor x = numbers(SAMPLES, 3);
    private final Tensor y = numbers(SAMPLES, 1);

    private static Tensor numbers(int rows, int columns) {
        var values = new float[rows * columns];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) Math.sin(i * 1.7));
        return Tensor.of(values).reshape(rows, columns);
    }

    private static Model model() {
        var model =
                Sequential.of(
                        Input.of(3),
                        Dense.of(5),
                        BatchNormalization.of(),
                        Dropout.of(0.3),
                        Dense.of(1));
        model.compile(Adam.of(0.05).gradientAccumulationSteps(2), MeanSquaredError.of());
        return model;
    }

    private History fit(Model model, TrainingCallback... callbacks) {
        return model.fit(x, y, Fit.epochs(4).batchSize(4).seed(7).callbacks(callbacks).verbose(0));
    }

    /// As if the power went at this step of an epoch.
    private static LambdaCallback blackout(int epoch, int batch) {
        var at = new int[1];
        return LambdaCallback.of()
                .onEpochBegin((_, e) -> at[0] = e)
                .onTrainBatchBegin((_, b) -> {
                    if (at[0] == epoch && b == batch) {
                        throw new IllegalStateException("dark");
                    }
                });
    }

    private static List<String> weights(Model model) {
        var all = new ArrayList<String>();
        model.weights().forEach(w -> all.add(w.path() + w.value()));
        return all;
    }

    @Test
    void aTrainingThatWasCutOffEndsWithTheSameBits(@TempDir Path folder) {
        var whole = model();
        var history = fit(whole);
        for (var backup :
                List.of(
                        BackupAndRestore.of(folder.resolve("epochs").toString()),
                        BackupAndRestore.of(folder.resolve("batches").toString()).saveFreq(1),
                        BackupAndRestore.of(folder.resolve("some").toString()).saveFreq(4))) {
            assertThatThrownBy(() -> fit(model(), backup, blackout(2, 3))).hasMessage("dark");
            var again = model().seed(99);
            var rest = fit(again, backup);
            assertThat(weights(again)).isEqualTo(weights(whole));
            assertThat(rest.epochs()).containsExactly(2, 3);
            assertThat(rest.last("loss")).isEqualTo(history.last("loss"));
        }
    }

    @Test
    void theCopyIsDeletedAtTheEndIfItIsNotToStay(@TempDir Path folder) {
        var file = folder.resolve("latest.npz");
        var backup = BackupAndRestore.of(folder.toString());
        var _ = fit(model(), backup);
        assertThat(file).doesNotExist();
        var _ = fit(model(), backup.deleteCheckpoint(false));
        assertThat(file).exists();
        assertThat(fit(model(), backup).epochs()).isEmpty();
    }

    @Test
    void aCopyOfAnotherModelIsRefused(@TempDir Path folder) {
        var backup = BackupAndRestore.of(folder.toString()).deleteCheckpoint(false);
        var _ = fit(model(), backup);
        var other = Sequential.of(Input.of(3), Dense.of(1).name("other"));
        other.compile(SGD.of(), MeanSquaredError.of());
        assertThatThrownBy(() -> fit(other, backup))
                .hasMessage(
                        """
                        BackupAndRestore: the copy is of another model
                          received: '%s', which lacks 'model/other/kernel'      expected: what this \
                        model and its optimizer keep
                          fix: delete the folder '%s', or take another one\
                        """
                                .formatted(folder.resolve("latest.npz"), folder));
        assertThat(Files.exists(folder.resolve("latest.npz"))).isTrue();
    }

    @Test
    void averagesAreInTheModelWhileItIsEvaluated() {
        var plain = averaged();
        var _ = plain.fit(x, y, Fit.epochs(2).shuffle(false).verbose(0));
        var swapped = averaged();
        var seen = new ArrayList<List<String>>();
        var look =
                LambdaCallback.of()
                        .onEpochEnd((training, _, _) -> seen.add(weights(training.model())));
        var history =
                swapped.fit(
                        x,
                        y,
                        Fit.epochs(2)
                                .shuffle(false)
                                .validation(x, y)
                                .callbacks(SwapEMAWeights.of(), look)
                                .verbose(0));
        assertThat(weights(swapped)).isEqualTo(weights(plain));
        assertThat(seen.getLast()).isNotEqualTo(weights(plain));
        assertThat(plain.evaluate(x, y, Inference.of().verbose(0)).loss())
                .isEqualTo(history.last("val_loss"));
    }

    private static Model averaged() {
        var model = Sequential.of(Input.of(3), Dense.of(1));
        model.compile(SGD.of(0.1).useEma(true).emaMomentum(0.5), MeanSquaredError.of());
        return model;
    }

    @Test
    void withoutAveragesThereIsNothingToSwap() {
        assertThatThrownBy(() -> fit(model(), SwapEMAWeights.of().swapOnEpoch(true)))
                .hasMessage(
                        """
                        optimizer of 'sequential': it takes no moving averages of the weights
                          fix: Adam.of().useEma(true)\
                        """);
    }
}
