package hebb.teach;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import java.util.List;
import java.util.Optional;

/// One layer in a step: what it was given and made, and how the loss depends on both.
///
/// @param name of the layer; of an activation that belongs to another layer, both names
/// @param layer the layer
/// @param input what it was given
/// @param output what it made
/// @param inputGradient how the loss changes with each number of the input
/// @param outputGradient how the loss changes with each number of the output
/// @param slope of a function of single numbers, how each output changes with its input
/// @param weights what it learns
public record Stage(
        String name,
        Layer<?> layer,
        Tensor input,
        Tensor output,
        Tensor inputGradient,
        Tensor outputGradient,
        Optional<Tensor> slope,
        List<Learned> weights) {
    /// A weight in a step.
    ///
    /// @param path its path in the model: `hidden/kernel`
    /// @param before its value
    /// @param gradient how the loss changes with each of its numbers
    /// @param after what the optimizer made of it
    /// @param kept what the optimizer now remembers for it
    public record Learned(
            String path, Tensor before, Tensor gradient, Tensor after, List<Kept> kept) {
        /// Its own name: `kernel`.
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /// Something that the optimizer remembers for a weight: `momentum`.
    ///
    /// @param name Keras's
    /// @param value after the step
    public record Kept(String name, Tensor value) {}

    /// The weight of that name.
    Optional<Learned> weight(String name) {
        return weights.stream().filter(w -> w.name().equals(name)).findFirst();
    }
}
