package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// Longer spatial axes, by repetition.
final class Repeating {
    private Repeating() {}

    /// Each element of the spatial axes so often, one behind the other.
    static Tensor of(Scope s, Tensor input, DataFormat format, int... size) {
        Inputs.requireSpatial(s, input, size.length, format);
        var y = input;
        for (int i = 0; i < size.length; i++) {
            y = y.repeat(size[i], format.firstSpatial() + i);
        }
        return y;
    }
}
