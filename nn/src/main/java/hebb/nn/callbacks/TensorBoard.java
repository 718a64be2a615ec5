package hebb.nn.callbacks;

import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.check.Require;
import hebb.nn.events.EventFile;
import hebb.nn.training.Training;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Writes what was measured to files that TensorBoard shows: `tensorboard --logdir logs`.
///
/// What is measured in training goes to the folder `train`, of validation to `validation`: after
/// each epoch as `epoch_loss`, `epoch_learning_rate` and so on; after every so many batches, if
/// these are asked for, as `batch_loss`. Defaults: the folder `logs`, no batches, no histograms.
/// Keras: `TensorBoard`, without graphs, images, embeddings and profiles.
public final class TensorBoard extends Configured<TensorBoard> implements TrainingCallback {
    private static final String VALIDATION = "val_";

    private String logDir = "logs";
    private int histogramFreq;
    private boolean writeStepsPerSecond;
    private OptionalInt updateFreq = OptionalInt.empty();

    private Optional<EventFile> train = Optional.empty();
    private Optional<EventFile> validation = Optional.empty();
    private BatchInterval batches = BatchInterval.of(OptionalInt.empty());
    private long step;
    private long epochBegan;
    private long firstStep;

    private TensorBoard() {}

    /// To the folder `logs`.
    public static TensorBoard of() {
        return new TensorBoard();
    }

    /// To this folder.
    public static TensorBoard of(String logDir) {
        return of().with(c -> c.logDir = logDir);
    }

    /// To this folder.
    public static TensorBoard of(Path logDir) {
        return of(logDir.toString());
    }

    /// With histograms of the weights after every so many epochs. Default: 0, none.
    public TensorBoard histogramFreq(int epochs) {
        return with(c -> c.histogramFreq = epochs);
    }

    /// Whether to write how many steps a second are made. Default: not.
    public TensorBoard writeStepsPerSecond(boolean write) {
        return with(c -> c.writeStepsPerSecond = write);
    }

    /// With what is measured after every so many batches, too. Default: after each epoch only.
    public TensorBoard updateFreq(int batches) {
        int checked = Require.positive("TensorBoard", "update_freq", batches);
        return with(c -> c.updateFreq = OptionalInt.of(checked));
    }

    @Override
    public void onTrainBegin(Training training) {
        train = Optional.empty();
        validation = Optional.empty();
        batches = BatchInterval.of(updateFreq);
        step = 0;
    }

    private EventFile train() {
        var file = train.orElseGet(() -> EventFile.in(Path.of(logDir, "train")));
        train = Optional.of(file);
        return file;
    }

    private EventFile validation() {
        var file = validation.orElseGet(() -> EventFile.in(Path.of(logDir, "validation")));
        validation = Optional.of(file);
        return file;
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
        epochBegan = System.nanoTime();
        firstStep = step;
    }

    @Override
    public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
        if (batches.isDueAfterThis()) {
            logs.forEach((name, value) -> train().scalar("batch_" + name, value, step));
        }
        step++;
    }

    @Override
    public void onTestEnd(Training training, Map<String, Double> logs) {
        if (train.isPresent() || step > 0) { // while training only
            logs.forEach((name, value) ->
                    validation().scalar("evaluation_" + name + "_vs_iterations", value, step));
        }
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        logs.forEach((name, value) -> {
            if (name.startsWith(VALIDATION)) {
                var own = name.substring(VALIDATION.length());
                validation().scalar("epoch_" + own, value, epoch);
            } else {
                train().scalar("epoch_" + name, value, epoch);
            }
        });
        if (!logs.containsKey("learning_rate")) {
            train().scalar("epoch_learning_rate", training.learningRate(), epoch);
        }
        if (writeStepsPerSecond) {
            double seconds = (System.nanoTime() - epochBegan) / 1e9;
            train().scalar("epoch_steps_per_second", (step - firstStep) / seconds, epoch);
        }
        if (histogramFreq > 0 && epoch % histogramFreq == 0) {
            for (var weight : training.model().weights()) {
                train().histogram(weight.path() + "/histogram", weight.value(), epoch);
            }
        }
    }

    @Override
    public Options options() {
        return Options.of("log_dir", String.class, logDir, v -> logDir = v)
                .and("histogram_freq", int.class, histogramFreq, v -> histogramFreq = v)
                .and(
                        "write_steps_per_second",
                        boolean.class,
                        writeStepsPerSecond,
                        v -> writeStepsPerSecond = v)
                .and(BatchInterval.option("update_freq", updateFreq, v -> updateFreq = v));
    }
}
