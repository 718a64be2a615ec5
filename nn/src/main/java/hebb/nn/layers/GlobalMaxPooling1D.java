package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// The largest number of each channel.
///
/// - input (batch, length, channels), result (batch, channels)
public final class GlobalMaxPooling1D extends GlobalPooling<GlobalMaxPooling1D> {
    private GlobalMaxPooling1D() {
        super(1);
    }

    /// Without the spatial axes.
    public static GlobalMaxPooling1D of() {
        return new GlobalMaxPooling1D();
    }

    @Override
    Tensor pooled(Scope s, Tensor x, int... axes) {
        return x.maxKeepDims(axes);
    }
}
