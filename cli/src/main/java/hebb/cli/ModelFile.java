package hebb.cli;

import hebb.core.shape.HebbException;
import hebb.nn.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/// The parameter MODEL of the commands that use a model of a file.
final class ModelFile {
    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A model in Keras's format: .keras, or .h5 of older versions.")
    private Path path = Path.of("");

    Model load() {
        return Model.load(path);
    }

    /// The model, ready to be trained or evaluated.
    Model loadCompiled() {
        var model = load();
        if (!model.isCompiled()) {
            throw HebbException.of(path.toString(), "the model was saved without being compiled")
                    .expected("an optimizer and a loss in the file")
                    .fix("call model.compile(…) before model.save(…)");
        }
        return model;
    }

    /// Finds out before the work, not after it, that a result could not be written.
    static void requireWritable(String option, Path output) {
        var folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw HebbException.of(option, "there is no such folder")
                    .received(output)
                    .expected("a file in a folder that exists");
        }
        if (!Files.isWritable(folder) || Files.isDirectory(output)) {
            throw HebbException.of(option, "the file cannot be written").received(output);
        }
    }
}
