package hebb.io.keras;

import hebb.core.shape.HebbException;
import hebb.data.format.NewFile;
import hebb.io.hdf5.Hdf5File;
import hebb.io.hdf5.Hdf5Group;
import hebb.io.hdf5.Hdf5Writer;
import hebb.io.hdf5.StoredGroup;
import hebb.io.json.Json;
import hebb.nn.Loading;
import hebb.nn.Model;
import hebb.nn.layers.VocabularyFile;
import java.nio.file.Path;

/// The `.h5` file in which Keras 1 and 2 kept whole models, and Keras 3 does where the name asks
/// for it: config and training config as attributes, weights by layer.
public final class LegacyFile {
    private static final String CONFIG = "model_config";
    private static final String TRAINING = "training_config";
    private static final String WEIGHTS = "model_weights";
    private static final String OPTIMIZER = "optimizer_weights";

    private LegacyFile() {}

    /// The model in a file, compiled if it was.
    ///
    /// @throws HebbException if it cannot be read
    public static Model load(Path file) {
        try (var h5 = Hdf5File.open(file)) {
            return model(file, h5.root());
        }
    }

    private static Model model(Path file, StoredGroup root) {
        var config =
                root.text(CONFIG)
                        .orElseThrow(() ->
                                HebbException.of(file.toString(), "the file holds no model")
                                        .received("no attribute '" + CONFIG + "'")
                                        .expected("a file that Keras wrote by model.save(\"….h5\")")
                                        .fix("model.loadWeights(…), if it holds weights only"));
        var json = Json.parse(file + ", " + CONFIG, config);
        var weights = root.group(WEIGHTS);
        var model =
                Loading.of(
                        file.toString(),
                        LegacyWeights.size(weights) + ModelReader.STATES,
                        () -> new ModelReader(new ConfigReader()).model(json));
        if (model.isBuilt()) {
            LegacyWeights.load(model, weights, false);
        }
        root.text(TRAINING)
                .map(text -> Json.parse(file + ", " + TRAINING, text))
                .ifPresent(training -> compile(model, training, root));
        return model;
    }

    private static void compile(Model model, Json training, StoredGroup root) {
        var reader = new CompileReader(model);
        model.compile(reader.compile(training, "optimizer_config"));
        if (model.isBuilt()) {
            root.findGroup(OPTIMIZER).ifPresent(state -> LegacyWeights.loadOptimizer(model, state));
        }
    }

    /// Refuses a model with words that a layer learned, for which this form has no place.
    public static void requireNothingLost(Model model, Path file) {
        if (!model.isBuilt()) {
            return; // known when it is saved
        }
        for (var group : VariableGroups.of(model)) {
            if (group.words().flatMap(VocabularyFile::vocabularyLines).isPresent()) {
                throw HebbException.of(
                                file.toString(),
                                "a .h5 file has no place for the words that a layer learned")
                        .received("the words of '" + group.name() + "', learned by adapt")
                        .expected("a .keras file, or words that the layer was given")
                        .fix("model.save(\"….keras\")");
            }
        }
    }

    /// Writes a model.
    ///
    /// @throws HebbException if it cannot be written
    public static void save(Model model, Path file) {
        var root = new Hdf5Group();
        root.attribute("keras_version", KerasArchive.KERAS_VERSION);
        root.attribute("backend", "tensorflow");
        root.attribute(CONFIG, Json.write(ModelWriter.model(model, model.label())));
        LegacyWeights.put(model, root.group(WEIGHTS));
        if (model.isCompiled()) {
            var training = CompileWriter.config(model);
            training.put("optimizer_config", training.remove("optimizer"));
            root.attribute(TRAINING, Json.write(training));
            LegacyWeights.putOptimizer(model, root.group(OPTIMIZER));
        }
        NewFile.write(file, out -> Hdf5Writer.write(root, out));
    }

    /// Writes the weights of a model alone.
    public static void saveWeights(Model model, Path file) {
        var root = new Hdf5Group();
        LegacyWeights.put(model, root);
        NewFile.write(file, out -> Hdf5Writer.write(root, out));
    }
}
