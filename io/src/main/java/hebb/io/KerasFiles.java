package hebb.io;

import hebb.core.shape.HebbException;
import hebb.io.keras.KerasArchive;
import hebb.io.keras.KerasJson;
import hebb.io.keras.KerasWeights;
import hebb.io.keras.LegacyFile;
import hebb.io.safetensors.Safetensors;
import hebb.nn.Model;
import hebb.nn.spi.ModelFiles;
import java.nio.file.Path;
import java.util.Locale;

/// Chooses by a file's name in which form it is read or written.
public final class KerasFiles implements ModelFiles {
    private static final String SAFETENSORS = ".safetensors";
    private static final String MODELS = ".keras or .h5";
    private static final String WEIGHTS = ".weights.h5, .h5, .safetensors";

    /// For the service loader.
    public KerasFiles() {}

    @Override
    public void save(Model model, Path file) {
        requireBuilt(model);
        requireSavable(model, file);
        if (isHdf5(file)) {
            LegacyFile.save(model, file);
        } else {
            KerasArchive.save(model, file);
        }
    }

    @Override
    public void requireSavable(Model model, Path file) {
        if (isHdf5(file)) {
            LegacyFile.requireNothingLost(model, file);
        } else if (!name(file).endsWith(".keras")) {
            throw form(file, "a model", MODELS);
        }
    }

    @Override
    public Model load(Path file) {
        if (name(file).endsWith(".keras")) {
            return KerasArchive.load(file);
        } else if (isHdf5(file)) {
            return LegacyFile.load(file);
        }
        throw form(file, "a model", MODELS);
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
        } else if (isHdf5(file)) {
            LegacyFile.saveWeights(model, file);
        } else if (name(file).endsWith(SAFETENSORS)) {
            Safetensors.save(model, file);
        } else {
            throw form(file, "weights", WEIGHTS);
        }
    }

    @Override
    public void loadWeights(Model model, Path file, boolean skipMismatch) {
        requireBuilt(model);
        if (isHdf5(file)) {
            KerasWeights.load(model, file, skipMismatch);
        } else if (name(file).endsWith(SAFETENSORS)) {
            Safetensors.load(model, file, skipMismatch);
        } else if (name(file).endsWith(".keras")) {
            KerasWeights.load(model, KerasArchive.weights(file), skipMismatch);
        } else {
            throw form(file, "weights", WEIGHTS + " or .keras");
        }
    }

    private static boolean isHdf5(Path file) {
        return name(file).endsWith(".h5") || name(file).endsWith(".hdf5");
    }

    private static void requireBuilt(Model model) {
        var _ = model.weights();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static HebbException form(Path file, String what, String endings) {
        return HebbException.of(
                        file.toString(),
                        "the name does not say in which form " + what + " lies there")
                .expected("a name that ends in " + endings);
    }
}
