package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Scope;

/// All numbers of a sample along one axis: (batch, a, b, …) becomes (batch, a · b · …).
public final class Flatten extends Layer<Flatten> {
    private Flatten() {}

    /// All axes but the batch become one.
    public static Flatten of() {
        return new Flatten();
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        if (x.rank() < 1) {
            throw s.wrong("the input has no batch axis").received(x.shape());
        }
        var sample = x.shape().slice(1, x.rank());
        int size = sample.isKnown() ? sample.size() : Shape.UNKNOWN;
        return x.reshape(x.dim(0), size);
    }
}
