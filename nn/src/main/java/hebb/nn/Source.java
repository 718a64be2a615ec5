package hebb.nn;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.nn.layers.Input;

/// A tensor that is yet to come, in a model that is being drawn: an [Input], or what a layer makes
/// of one. Keras: `KerasTensor`.
public sealed interface Source permits Input, Symbol {
    /// What is known of it: the shape with the batch in front, unknown (`None`).
    Spec spec();

    /// The shape with the batch in front, unknown (`None`).
    default Shape shape() {
        return spec().shape();
    }
}
