package hebb.nn.spi;

import hebb.nn.Model;
import java.nio.file.Path;

/// Turns models into files and back. Found as a service, so that `model.save("m.keras")` works
/// without the program naming the module that does it: `hebb.io`.
public interface ModelFiles {
    /// Writes a model: what it is made of, its weights, what it was compiled to and how far
    /// training has come. What the file is called says in which form.
    void save(Model model, Path file);

    /// Refuses what [#save] would refuse, without writing: a name that says no form, or a form that
    /// cannot hold what the model knows.
    void requireSavable(Model model, Path file);

    /// Reads what [#save] or Keras wrote.
    Model load(Path file);

    /// What a model is made of, as JSON, without weights.
    String toJson(Model model);

    /// The model that such a text describes, with new weights.
    Model fromJson(String json);

    /// Writes weights and states only.
    void saveWeights(Model model, Path file);

    /// Gives a model the weights and states of a file. Where something does not fit: with
    /// `skipMismatch` it stays as it is, else that is an error, and nothing changes.
    void loadWeights(Model model, Path file, boolean skipMismatch);
}
