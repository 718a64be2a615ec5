package hebb.io;

import hebb.core.shape.HebbException;
import hebb.io.keras.KerasArchive;
import hebb.io.keras.KerasJson;
import hebb.io.keras.KerasWeights;
import hebb.nn.Model;
import hebb.nn.spi.ModelFiles;
import java.nio.file.Path;

/// Chooses by a file's name in which form it is read or written.
public final class KerasFiles implements ModelFiles {
    /// For the service loader.
    public KerasFiles() {}

    @Override
    public void save(Model model, Path file) {
        requireBuilt(model);
        if (name(file).endsWith(".keras")) {
            KerasArchive.save(model, file);
        } else {
            throw form(file, "a model", ".keras");
        }
    }

    @Override
    public Model load(Path file) {
        if (name(file).endsWith(".keras")) {
            return KerasArchive.load(file);
        }
        throw form(file, "a model", ".keras");
    }

    @Override
    public String toJson(Model model) {
        return KerasJson.write(model);
    }

    @Override
    public Model fromJson(String json) {
        return KerasJson.read(json);
    }

    @Override
    public void saveWeights(Model model, Path file) {
        requireBuilt(model);
        if (name(file).endsWith(".weights.h5")) {
            KerasWeights.save(model, file);
        } else {
            throw form(file, "weights", ".weights.h5");
        }
    }

    @Override
    public void loadWeights(Model model, Path file, boolean skipMismatch) {
        requireBuilt(model);
        if (name(file).endsWith(".weights.h5")) {
            KerasWeights.load(model, file, skipMismatch);
        } else if (name(file).endsWith(".keras")) {
            KerasWeights.load(model, KerasArchive.weights(file), skipMismatch);
        } else {
            throw form(file, "weights", ".weights.h5, .keras");
        }
    }

    private static void requireBuilt(Model model) {
        var _ = model.weights();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
    }

    private static HebbException form(Path file, String what, String endings) {
        return HebbException.of(
                        file.toString(),
                        "the name does not say in which form " + what + " lies there")
                .expected("a name that ends in " + endings);
    }
}
