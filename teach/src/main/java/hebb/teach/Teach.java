package hebb.teach;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Model;

/// Walks one training step of a small network and explains it.
///
/// {@snippet :
/// model.compile(SGD.of(0.5), MeanSquaredError.of());
/// Teach.trace(model, x, y).save("teach.html");
/// }
public final class Teach {
    private Teach() {}

    /// One step on these samples: what every layer makes of them, the loss, every gradient, and
    /// what the optimizer makes of every weight. All numbers are those of the recorded step itself.
    /// The model stays as it is.
    ///
    /// @param model compiled, a chain of layers with one input and one output
    /// @param x a few samples: all of them are shown, as far as they fit a page
    /// @param y their answers
    /// @throws HebbException if the model is not compiled, or no such chain
    public static Lesson trace(Model model, Tensor x, Tensor y) {
        var unfolded = Unfolded.of(model, x);
        return new Walk(unfolded, x, y).lesson(model.label());
    }
}
