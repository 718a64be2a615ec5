package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// What layers demand of their inputs.
final class Inputs {
    private static final String[] SPATIAL = {"length", "height, width", "depth, height, width"};

    private Inputs() {}

    /// The input of a layer whose window moves over `rank` axes, in floating point, with the
    /// channels at the end.
    static Tensor spatial(Scope s, Tensor x, int rank, DataFormat format) {
        requireSpatial(s, x, rank, format);
        return format.channelsLast(floating(s, x));
    }

    /// That an input has a batch, `rank` spatial axes, and channels.
    static void requireSpatial(Scope s, Tensor x, int rank, DataFormat format) {
        if (x.rank() != rank + 2) {
            var wrong =
                    s.wrong("the input has the wrong number of axes")
                            .received(x.shape())
                            .expected(format.describe(SPATIAL[rank - 1]));
            throw x.rank() == rank + 1
                    ? wrong.fix("Reshape.of(…, 1) before it, if there is one channel")
                    : wrong;
        }
    }

    /// Numbers of any type in the layer's floating-point type.
    static Tensor floating(Scope s, Tensor x) {
        return x.dtype().isFloating() ? x : x.cast(s.dtype());
    }
}
