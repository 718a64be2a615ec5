package hebb.cli;

import hebb.data.Dataset;
import hebb.nn.Model;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The options `--x` and `--y`: samples and their answers.
final class LabelledFiles {
    @Option(
            names = "--x",
            paramLabel = "X",
            required = true,
            description = "The samples: .npy, or for several inputs .npz by their names.")
    private Path x = Path.of("");

    @Option(
            names = "--y",
            paramLabel = "Y",
            required = true,
            description = "The answers: .npy, or for several outputs .npz by their names.")
    private Path y = Path.of("");

    Dataset read(Model model) {
        return Dataset.of(new ArrayFile(x).inputs(model), new ArrayFile(y).outputs(model));
    }
}
