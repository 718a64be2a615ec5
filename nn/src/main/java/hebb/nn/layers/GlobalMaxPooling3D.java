package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// The largest number of each channel.
///
/// - input (batch, depth, height, width, channels), result (batch, channels)
public final class GlobalMaxPooling3D extends GlobalPooling<GlobalMaxPooling3D> {
    private GlobalMaxPooling3D() {
        super(3);
    }

    /// Without the spatial axes.
    public static GlobalMaxPooling3D of() {
        return new GlobalMaxPooling3D();
    }

    @Override
    Tensor pooled(Scope s, Tensor x, int... axes) {
        return x.maxKeepDims(axes);
    }
}
