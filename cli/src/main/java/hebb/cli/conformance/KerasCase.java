package hebb.cli.conformance;

import hebb.core.shape.HebbException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder with what Keras was given, and what it made of it:
///
/// - `initial.keras`, a compiled model; `x`, `y`, its data; `case.json`, how it is trained
/// - `predict_initial`, what it predicts
/// - after training, if there are epochs: `history.json`, `predict_trained`, `trained.weights.h5`
///
/// Arrays are `.npy` files, or `.npz` by the names of inputs or outputs where there are several.
public record KerasCase(Path folder) {
    /// The cases in a folder, by name.
    ///
    /// @throws HebbException if there is none
    public static List<KerasCase> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw HebbException.of(folder.toString(), "there is no such folder")
                    .expected("a folder with a folder for each case");
        }
        try (var all = Files.list(folder)) {
            var cases =
                    all.filter(f -> Files.isRegularFile(f.resolve("case.json")))
                            .sorted()
                            .map(KerasCase::new)
                            .toList();
            if (cases.isEmpty()) {
                throw HebbException.of(folder.toString(), "there are no cases in the folder")
                        .expected("folders that hold a case.json");
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of the folder, which is the case's.
    public String name() {
        return folder.getFileName().toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// The arrays called so: a `.npy` file, or else a `.npz` file.
    Path arrays(String stem) {
        var one = file(stem + ".npy");
        return Files.exists(one) ? one : file(stem + ".npz");
    }

    /// How it is trained.
    Training training() {
        return Training.read(file("case.json"));
    }

    /// What Keras recorded while it trained the model.
    Path history() {
        return file("history.json");
    }
}
