package hebb.cli;

import hebb.nn.callbacks.BackupAndRestore;
import hebb.nn.training.Fit;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hebb fit`: trains a compiled model of a file on arrays, and writes it with all that is needed
/// to train it further.
@Command(
        name = "fit",
        description = "Train a compiled Keras file on arrays; write it to another file.",
        mixinStandardHelpOptions = true)
final class FitCommand implements Runnable {
    @Mixin private Threads threads = new Threads();
    @Mixin private ModelFile file = new ModelFile();
    @Mixin private LabelledFiles data = new LabelledFiles();
    @Mixin private BatchSize batch = new BatchSize();

    @Option(
            names = "--epochs",
            paramLabel = "E",
            description = "Passes over the samples. Default: ${DEFAULT-VALUE}.")
    private int epochs = 1;

    @Option(
            names = "--no-shuffle",
            description = "Take the samples in their order, each epoch. Default: in a new one.")
    private boolean inOrder;

    @Option(
            names = "--validation-split",
            paramLabel = "F",
            description = "Keep this fraction of the samples, the last, to evaluate on.")
    private double validationSplit;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Decides the order and what dropout drops. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--history",
            paramLabel = "H.json",
            description = "Where to write loss and metrics of each epoch.")
    private @Nullable Path history;

    @Option(
            names = "--backup",
            paramLabel = "DIR",
            description = {
                "Save the state here after each epoch; started again, the training goes on from",
                "there, to the same weights. Deleted when the training is done."
            })
    private @Nullable Path backup;

    @Option(
            names = "--output",
            paramLabel = "OUT.keras",
            required = true,
            description = "Where to write the trained model.")
    private Path output = Path.of("");

    @Override
    public void run() {
        threads.apply();
        ModelFile.requireWritable("--output", output);
        if (history != null) {
            ModelFile.requireWritable("--history", history);
        }
        var model = file.loadCompiled();
        model.requireSavable(output);
        var found = model.fit(data.read(model), how());
        model.save(output);
        if (history != null) {
            HistoryFile.write(history, found);
        }
    }

    private Fit how() {
        var fit =
                Fit.epochs(epochs)
                        .batchSize(batch.size())
                        .shuffle(!inOrder)
                        .validationSplit(validationSplit)
                        .seed(seed);
        return backup == null ? fit : fit.callbacks(BackupAndRestore.of(backup));
    }
}
