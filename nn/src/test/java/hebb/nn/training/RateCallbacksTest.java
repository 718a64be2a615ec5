package hebb.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebb.core.tensor.Tensor;
import hebb.nn.Golden;
import hebb.nn.Model;
import hebb.nn.Sequential;
import hebb.nn.Wrong;
import hebb.nn.callbacks.CSVLogger;
import hebb.nn.callbacks.LearningRateScheduler;
import hebb.nn.callbacks.Mode;
import hebb.nn.callbacks.ReduceLROnPlateau;
import hebb.nn.callbacks.TerminateOnNaN;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.layers.Dense;
import hebb.nn.layers.Input;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.optimizers.SGD;
import hebb.nn.schedules.ExponentialDecay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateCallbacksTest {
    private static final Golden KERAS = Golden.of("callbacks");

    private static final Map<String, ReduceLROnPlateau> PLATEAUS =
            Map.of(
                    "reduce", ReduceLROnPlateau.of().patience(2),
                    "reduce_cooldown",
                            ReduceLROnPlateau.of().patience(1).factor(0.5).cooldown(2).minLr(0.2),
                    "reduce_max",
                            ReduceLROnPlateau.of()
                                    .patience(3)
                                    .mode(Mode.MAX)
                                    .minDelta(0.05)
                                    .factor(0.3));

    private final Tensor x = Tensor.ones(4, 2);
    private final Tensor y = Tensor.ones(4, 1);

    private static Model model() {
        var model = Sequential.of(Input.of(2), Dense.of(1));
        model.compile(SGD.of(1), MeanSquaredError.of());
        return model;
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduce", "reduce_cooldown", "reduce_max"})
    void ratesFallAsInKeras(String name) {
        var model = model();
        var training = Training.fit(model.trainer(), 15, OptionalInt.of(1), true);
        var callback = PLATEAUS.getOrDefault(name, ReduceLROnPlateau.of());
        callback.onTrainBegin(training);
        var losses = KERAS.tensor("given", "losses").toDoubles();
        for (int epoch = 0; epoch < losses.length; epoch++) {
            var logs = new LinkedHashMap<>(Map.of("val_loss", losses[epoch]));
            callback.onEpochEnd(training, epoch, logs);
            assertThat(model.trainer().learningRate())
                    .isCloseTo(KERAS.tensor(name, "rates").at(epoch), within(1e-6));
            assertThat(logs.get("learning_rate"))
                    .isCloseTo(KERAS.tensor(name, "noted").at(epoch), within(1e-6));
        }
    }

    private History fit(Model model, TrainingCallback... callbacks) {
        return model.fit(x, y, Fit.epochs(3).callbacks(callbacks).verbose(0));
    }

    @Test
    void ratesAreSetByEpochAndNotedInTheHistory() {
        var byEpoch = fit(model(), LearningRateScheduler.of(epoch -> 0.5 / (epoch + 1)));
        assertThat(byEpoch.values("learning_rate")).containsExactly(0.5, 0.25, (double) (0.5f / 3));
        var byRate = fit(model(), LearningRateScheduler.of((_, rate) -> rate / 2));
        assertThat(byRate.values("learning_rate")).containsExactly(0.5, 0.25, 0.125);
        var halving = ExponentialDecay.of(0.5, 1, 0.5);
        var following = fit(model(), LearningRateScheduler.following(halving));
        assertThat(following.values("learning_rate")).containsExactly(0.5, 0.25, 0.125);
    }

    @Test
    void linesOfValuesGoToAFile(@TempDir Path folder) throws IOException {
        var file = folder.resolve("log.csv");
        var history = fit(model(), CSVLogger.of(file.toString()));
        var losses = history.values("loss");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "epoch,loss,val_loss",
                        "0," + losses.get(0) + ",NA",
                        "1," + losses.get(1) + ",NA",
                        "2," + losses.get(2) + ",NA");
        var more = CSVLogger.of(file.toString()).append(true).separator(";");
        model().fit(x, y, Fit.epochs(1).callbacks(more).validation(x, y).verbose(0));
        assertThat(Files.readAllLines(file)).hasSize(5).last().asString().startsWith("0;");
    }

    @Test
    void aLossThatIsNoNumberEndsTheTraining() {
        var history =
                model().fit(
                                x,
                                y.mul(Double.NaN),
                                Fit.epochs(3).callbacks(TerminateOnNaN.of()).verbose(0));
        assertThat(history.values("loss")).containsExactly(Double.NaN);
        Wrong.says(
                """
                TerminateOnNaN: the loss is no number any more
                  received: NaN in step 1      expected: a finite number
                """,
                () ->
                        model().fit(
                                        x,
                                        y.mul(Double.NaN),
                                        Fit.epochs(1)
                                                .callbacks(TerminateOnNaN.of().raiseError(true))
                                                .verbose(0)));
    }

    @Test
    void optionsAreKerass() {
        assertThat(List.of(ReduceLROnPlateau.of(), CSVLogger.of("a"), TerminateOnNaN.of()))
                .hasToString(
                        "[ReduceLROnPlateau(monitor='val_loss', factor=0.1, patience=10, mode=auto,"
                                + " min_delta=1.0E-4, cooldown=0, min_lr=0.0),"
                                + " CSVLogger(filename='a', separator=',', append=false),"
                                + " TerminateOnNaN(raise_error=false)]");
        Wrong.says(
                """
                ReduceLROnPlateau: factor does not lower the rate
                  received: 1.0      expected: less than 1
                """,
                () -> ReduceLROnPlateau.of().factor(1));
    }
}
