package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// The largest number of each channel.
///
/// - input (batch, height, width, channels), result (batch, channels)
public final class GlobalMaxPooling2D extends GlobalPooling<GlobalMaxPooling2D> {
    private GlobalMaxPooling2D() {
        super(2);
    }

    /// Without the spatial axes.
    public static GlobalMaxPooling2D of() {
        return new GlobalMaxPooling2D();
    }

    @Override
    Tensor pooled(Scope s, Tensor x, int... axes) {
        return x.maxKeepDims(axes);
    }
}
