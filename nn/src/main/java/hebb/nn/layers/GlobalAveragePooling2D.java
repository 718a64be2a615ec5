package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// The mean of each channel.
///
/// - input (batch, height, width, channels), result (batch, channels)
public final class GlobalAveragePooling2D extends GlobalPooling<GlobalAveragePooling2D> {
    private GlobalAveragePooling2D() {
        super(2);
    }

    /// Without the spatial axes.
    public static GlobalAveragePooling2D of() {
        return new GlobalAveragePooling2D();
    }

    @Override
    Tensor pooled(Scope s, Tensor x, int... axes) {
        return x.meanKeepDims(axes);
    }
}
