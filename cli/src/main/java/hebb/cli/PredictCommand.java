package hebb.cli;

import hebb.data.Dataset;
import hebb.nn.training.Inference;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hebb predict`: writes what a model makes of samples.
@Command(
        name = "predict",
        description = "Write what a model makes of samples.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Runnable {
    @Mixin private Threads threads = new Threads();
    @Mixin private ModelFile file = new ModelFile();
    @Mixin private BatchSize batch = new BatchSize();

    @Option(
            names = {"--x", "--input"},
            paramLabel = "X",
            required = true,
            description = "The samples: .npy, or for several inputs .npz by their names.")
    private Path x = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "Y",
            required = true,
            description = "Where to write: .npy, or for several outputs .npz.")
    private Path output = Path.of("");

    @Override
    public void run() {
        threads.apply();
        ModelFile.requireWritable("--output", output);
        var results = new ArrayFile(output);
        var model = file.load();
        results.requireRoom(model.outputNames());
        var samples = Dataset.of(new ArrayFile(x).inputs(model), List.of());
        var predictions = model.predictAll(samples, Inference.of().batchSize(batch.size()));
        results.write(model.outputNames(), predictions);
    }
}
