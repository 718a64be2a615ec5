package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Scope;

/// A function of each number on its own, without weights.
///
/// @param <S> the class itself
public abstract sealed class Elementwise<S extends Elementwise<S>> extends Layer<S>
        permits ELU, LeakyReLU, ReLU, Rescaling {
    Elementwise() {}

    abstract Tensor of(Tensor x);

    @Override
    protected final Tensor call(Scope s, Tensor x) {
        return of(Inputs.floating(s, x));
    }

    @Override
    protected final boolean supportsMasking() {
        return true;
    }
}
