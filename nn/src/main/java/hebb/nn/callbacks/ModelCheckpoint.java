package hebb.nn.callbacks;

import hebb.core.shape.HebbException;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.check.Require;
import hebb.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Saves the model while it is trained: `ModelCheckpoint.of("best-{epoch:02d}.keras")`.
///
/// The path may have places for the number of the epoch (from 1), of the `batch`, and for all that
/// is measured. Defaults: the whole model, after each epoch, whatever the values are. Keras:
/// `ModelCheckpoint`.
public final class ModelCheckpoint extends Configured<ModelCheckpoint> implements TrainingCallback {
    private String filepath;
    private String monitor = "val_loss";
    private boolean saveBestOnly;
    private boolean saveWeightsOnly;
    private Mode mode = Mode.AUTO;
    private OptionalInt saveFreq = OptionalInt.empty();
    private Optional<Double> initialValueThreshold = Optional.empty();

    private Optional<Double> best = Optional.empty();
    private BatchInterval batches = BatchInterval.of(OptionalInt.empty());
    private int epoch;
    private boolean begun;

    private ModelCheckpoint(String filepath) {
        this.filepath = filepath;
    }

    /// To this path, which ends in `.keras`, `.h5`, or `.weights.h5`.
    public static ModelCheckpoint of(String filepath) {
        return new ModelCheckpoint(filepath);
    }

    /// To this path, which ends in `.keras`, `.h5`, or `.weights.h5`.
    public static ModelCheckpoint of(Path filepath) {
        return of(filepath.toString());
    }

    /// The name of the value that says which model is the best: `val_accuracy`.
    public ModelCheckpoint monitor(String name) {
        return with(c -> c.monitor = name);
    }

    /// Whether to save only when the value is better than ever before. Default: always.
    public ModelCheckpoint saveBestOnly(boolean bestOnly) {
        return with(c -> c.saveBestOnly = bestOnly);
    }

    /// Whether to save weights and states only, to a path that ends in `.weights.h5`. Default: the
    /// whole model.
    public ModelCheckpoint saveWeightsOnly(boolean weightsOnly) {
        return with(c -> c.saveWeightsOnly = weightsOnly);
    }

    /// Which way the value is better.
    public ModelCheckpoint mode(Mode mode) {
        return with(c -> c.mode = mode);
    }

    /// After every so many batches. Default: after each epoch.
    public ModelCheckpoint saveFreq(int batches) {
        int checked = Require.positive("ModelCheckpoint", "save_freq", batches);
        return with(c -> c.saveFreq = OptionalInt.of(checked));
    }

    /// A value that the first model that is saved must be better than.
    public ModelCheckpoint initialValueThreshold(double value) {
        return with(c -> c.initialValueThreshold = Optional.of(value));
    }

    @Override
    public void onTrainBegin(Training training) {
        requireEnding();
        if (saveBestOnly) {
            watched().requireMeasured(training);
        }
        if (!begun) { // as Keras: what was best in one fit counts in the next one, too
            best = initialValueThreshold;
            begun = true;
        }
        batches = BatchInterval.of(saveFreq);
    }

    private void requireEnding() {
        boolean fits =
                saveWeightsOnly
                        ? filepath.endsWith(".weights.h5")
                        : filepath.endsWith(".keras") || filepath.endsWith(".h5");
        if (!fits) {
            throw HebbException.of("ModelCheckpoint", "the path has another ending")
                    .received("'" + filepath + "'")
                    .expected(
                            saveWeightsOnly
                                    ? ".weights.h5, because only weights are saved"
                                    : ".keras or .h5");
        }
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
        this.epoch = epoch;
    }

    @Override
    public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
        if (batches.isDueAfterThis()) {
            var numbers = new LinkedHashMap<>(logs);
            numbers.put("batch", batch + 1.0);
            save(training, numbers);
        }
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        if (saveFreq.isEmpty()) {
            save(training, new LinkedHashMap<>(logs));
        }
    }

    private void save(Training training, Map<String, Double> numbers) {
        var value = Optional.ofNullable(numbers.get(monitor));
        if (saveBestOnly && value.isPresent()) {
            if (best.isPresent() && !watched().improves(training, value.get(), best.get())) {
                return;
            }
            best = value;
        }
        numbers.put("epoch", epoch + 1.0);
        var file = Path.of(PathTemplate.filled(filepath, numbers));
        makeFolder(file);
        if (saveWeightsOnly) {
            training.model().saveWeights(file);
        } else {
            training.model().save(file);
        }
    }

    private static void makeFolder(Path file) {
        var folder = file.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw HebbException.of("ModelCheckpoint", "the folder cannot be made")
                    .received(folder)
                    .cause(e);
        }
    }

    private Monitor watched() {
        return new Monitor("ModelCheckpoint", monitor, mode, 0);
    }

    @Override
    public Options options() {
        return Options.of("filepath", String.class, filepath, v -> filepath = v)
                .and("monitor", String.class, monitor, v -> monitor = v)
                .and("save_best_only", boolean.class, saveBestOnly, v -> saveBestOnly = v)
                .and("save_weights_only", boolean.class, saveWeightsOnly, v -> saveWeightsOnly = v)
                .and("mode", Mode.class, mode, v -> mode = v)
                .and(BatchInterval.option("save_freq", saveFreq, v -> saveFreq = v))
                .optional(
                        "initial_value_threshold",
                        Double.class,
                        initialValueThreshold,
                        v -> initialValueThreshold = v);
    }
}
