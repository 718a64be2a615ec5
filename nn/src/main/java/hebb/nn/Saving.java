package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.nn.spi.ModelFiles;
import java.nio.file.Path;
import java.util.ServiceLoader;

/// How a model becomes a file.
sealed interface Saving permits Model {
    /// Writes the model with its weights, what it was compiled to and the optimizer's state, so
    /// that training goes on where it was: `model.save("m.keras")`, or in Keras's older form,
    /// `model.save("m.h5")`. Keras opens both.
    ///
    /// @throws HebbException if it cannot be written; what was there before then still is
    default void save(String file) {
        save(Path.of(file));
    }

    /// The same by path.
    default void save(Path file) {
        Files.FOUND.save(model(), file);
    }

    /// Finds out before a long training, not after it, that [#save] would refuse this file: its
    /// name does not end in `.keras`, `.h5` or `.hdf5`, or its form cannot hold what the model
    /// knows.
    ///
    /// @throws HebbException if so
    default void requireSavable(Path file) {
        Files.FOUND.requireSavable(model(), file);
    }

    /// What the model is made of as JSON, without weights, as Keras's `to_json` gives it. Words
    /// that a layer learned by `adapt` are not in it, as they are not in Keras's: they lie beside
    /// the config in a `.keras` file. Words that a layer was given are.
    default String toJson() {
        return Files.FOUND.toJson(model());
    }

    /// Writes the weights and states only: `model.saveWeights("m.weights.h5")`. The names `m.h5`
    /// and `m.safetensors` choose other forms.
    ///
    /// @throws HebbException if they cannot be written; what was there before then still is
    default void saveWeights(String file) {
        saveWeights(Path.of(file));
    }

    /// The same by path.
    default void saveWeights(Path file) {
        Files.FOUND.saveWeights(model(), file);
    }

    /// Gives this model the weights and states of a file, by their places in the model, not by
    /// names. Keras's files of weights and of whole models will do.
    ///
    /// @throws HebbException if they do not fit this model, which then stays as it is
    default void loadWeights(String file) {
        loadWeights(Path.of(file));
    }

    /// The same by path.
    default void loadWeights(Path file) {
        Files.FOUND.loadWeights(model(), file, false);
    }

    /// The same, where layers whose weights do not fit keep theirs: for a model that was changed.
    default void loadMatchingWeights(Path file) {
        Files.FOUND.loadWeights(model(), file, true);
    }

    private Model model() {
        return (Model) this;
    }

    /// Who reads and writes files here.
    final class Files {
        static final ModelFiles FOUND =
                ServiceLoader.load(ModelFiles.class)
                        .findFirst()
                        .or(() ->
                                ServiceLoader.load(
                                                ModelFiles.class, ModelFiles.class.getClassLoader())
                                        .findFirst())
                        .orElseGet(Missing::new);

        private Files() {}
    }

    /// Says what to add.
    final class Missing implements ModelFiles {
        private static HebbException missing() {
            return HebbException.of("Model", "nothing was found that reads or writes model files")
                    .expected("the module hebb.io")
                    .fix("add dev.hebb:hebb-io to the dependencies");
        }

        @Override
        public void save(Model model, Path file) {
            throw missing();
        }

        @Override
        public void requireSavable(Model model, Path file) {
            throw missing();
        }

        @Override
        public Model load(Path file) {
            throw missing();
        }

        @Override
        public String toJson(Model model) {
            throw missing();
        }

        @Override
        public Model fromJson(String json) {
            throw missing();
        }

        @Override
        public void saveWeights(Model model, Path file) {
            throw missing();
        }

        @Override
        public void loadWeights(Model model, Path file, boolean skipMismatch) {
            throw missing();
        }
    }
}
