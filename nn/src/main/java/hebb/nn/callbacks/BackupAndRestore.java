package hebb.nn.callbacks;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.format.Npz;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.Weight;
import hebb.nn.check.Require;
import hebb.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/// Keeps a copy of how far a training has come, and goes on from there when the same program is
/// started again: with the same seed to the same weights, bit for bit, as if nothing had happened.
///
/// A copy is one file, `latest.npz`, that takes the place of the last one in a single step: there
/// is always a whole one. It holds weights, states and the optimizer's state, and how many epochs
/// and batches were done. Defaults: after each epoch; the file is deleted when the training is
/// over. The model must be built before. Keras: `BackupAndRestore`.
public final class BackupAndRestore extends Configured<BackupAndRestore>
        implements TrainingCallback {
    private static final String WEIGHTS = "model/";
    private static final String SLOTS = "optimizer/";
    private static final String EPOCH = "epoch";
    private static final String BATCH = "batch";

    private String backupDir;
    private OptionalInt saveFreq = OptionalInt.empty();
    private boolean deleteCheckpoint = true;

    private BatchInterval batches = BatchInterval.of(OptionalInt.empty());
    private int epoch;

    private BackupAndRestore(String backupDir) {
        this.backupDir = backupDir;
    }

    /// In this folder, which is made if it is not there.
    public static BackupAndRestore of(String backupDir) {
        return new BackupAndRestore(backupDir);
    }

    /// In this folder, which is made if it is not there.
    public static BackupAndRestore of(Path backupDir) {
        return of(backupDir.toString());
    }

    /// After every so many batches. Default: after each epoch.
    public BackupAndRestore saveFreq(int batches) {
        int checked = Require.positive("BackupAndRestore", "save_freq", batches);
        return with(c -> c.saveFreq = OptionalInt.of(checked));
    }

    /// Whether the copy is deleted when the training is over. Default: it is.
    public BackupAndRestore deleteCheckpoint(boolean delete) {
        return with(c -> c.deleteCheckpoint = delete);
    }

    @Override
    public void onTrainBegin(Training training) {
        batches = BatchInterval.of(saveFreq);
        if (Files.exists(file())) {
            restore(training, Npz.read(file()));
        }
    }

    private void restore(Training training, Map<String, Tensor> copy) {
        var variables = variables(training);
        for (var name : variables.keySet()) {
            if (!copy.containsKey(name)) {
                throw HebbException.of("BackupAndRestore", "the copy is of another model")
                        .received("'" + file() + "', which lacks '" + name + "'")
                        .expected("what this model and its optimizer keep")
                        .fix("delete the folder '" + backupDir + "', or take another one");
            }
        }
        variables.forEach(
                (name, variable) -> variable.assign(Objects.requireNonNull(copy.get(name))));
        training.beginAt(count(copy, EPOCH), count(copy, BATCH));
    }

    private static int count(Map<String, Tensor> copy, String name) {
        return (int) Objects.requireNonNull(copy.get(name), name).item();
    }

    @Override
    public void onEpochBegin(Training training, int epoch) {
        this.epoch = epoch;
    }

    @Override
    public void onTrainBatchEnd(Training training, int batch, Map<String, Double> logs) {
        if (batches.isDueAfterThis()) {
            save(training, epoch, batch + 1);
        }
    }

    @Override
    public void onEpochEnd(Training training, int epoch, Map<String, Double> logs) {
        if (saveFreq.isEmpty()) {
            save(training, epoch + 1, 0);
        }
    }

    private void save(Training training, int epochs, int batchesDone) {
        var copy = new LinkedHashMap<String, Tensor>();
        copy.put(EPOCH, Tensor.of(epochs));
        copy.put(BATCH, Tensor.of(batchesDone));
        variables(training).forEach((name, variable) -> copy.put(name, variable.value()));
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw unwritable(e);
        }
        Npz.write(file(), copy);
    }

    private static Map<String, Weight> variables(Training training) {
        var all = new LinkedHashMap<String, Weight>();
        var model = training.model();
        model.weights().forEach(w -> all.put(WEIGHTS + w.path(), w));
        model.trainer().optimizerState().forEach(w -> all.put(SLOTS + w.path(), w));
        return all;
    }

    @Override
    public void onTrainEnd(Training training) {
        if (deleteCheckpoint) {
            try {
                Files.deleteIfExists(file());
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    private Path folder() {
        return Path.of(backupDir);
    }

    private Path file() {
        return folder().resolve("latest.npz");
    }

    private HebbException unwritable(IOException e) {
        return HebbException.of("BackupAndRestore", "the folder cannot be written")
                .received("'" + backupDir + "'")
                .cause(e);
    }

    @Override
    public Options options() {
        return Options.of("backup_dir", String.class, backupDir, v -> backupDir = v)
                .and(BatchInterval.option("save_freq", saveFreq, v -> saveFreq = v))
                .and(
                        "delete_checkpoint",
                        boolean.class,
                        deleteCheckpoint,
                        v -> deleteCheckpoint = v);
    }
}
