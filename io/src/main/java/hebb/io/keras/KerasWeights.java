package hebb.io.keras;

import hebb.data.format.NewFile;
import hebb.io.hdf5.Hdf5File;
import hebb.io.hdf5.Hdf5Writer;
import hebb.io.hdf5.StoredGroup;
import hebb.nn.Model;
import java.nio.file.Path;

/// Files of weights alone: Keras 3's `.weights.h5`, with the optimizer's state, and the older
/// `.h5`.
public final class KerasWeights {
    private KerasWeights() {}

    /// Gives a model the weights of a file.
    public static void load(Model model, Path file, boolean skipMismatch) {
        try (var h5 = Hdf5File.open(file)) {
            load(model, h5.root(), skipMismatch);
        }
    }

    /// The same of a file that is open.
    public static void load(Model model, StoredGroup file, boolean skipMismatch) {
        var inside = file.findGroup("model_weights").orElse(file);
        if (LegacyWeights.areIn(inside)) {
            LegacyWeights.load(model, inside, skipMismatch);
        } else {
            WeightsH5.load(model, file, skipMismatch);
        }
    }

    /// Writes the weights of a model.
    public static void save(Model model, Path file) {
        var groups = WeightsH5.of(model);
        NewFile.write(file, out -> Hdf5Writer.write(groups, out));
    }
}
