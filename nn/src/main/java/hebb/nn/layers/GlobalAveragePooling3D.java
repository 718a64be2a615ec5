package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// The mean of each channel.
///
/// - input (batch, depth, height, width, channels), result (batch, channels)
public final class GlobalAveragePooling3D extends GlobalPooling<GlobalAveragePooling3D> {
    private GlobalAveragePooling3D() {
        super(3);
    }

    /// Without the spatial axes.
    public static GlobalAveragePooling3D of() {
        return new GlobalAveragePooling3D();
    }

    @Override
    Tensor pooled(Scope s, Tensor x, int... axes) {
        return x.meanKeepDims(axes);
    }
}
