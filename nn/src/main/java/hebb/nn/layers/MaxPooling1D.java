package hebb.nn.layers;

import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;

/// The largest number of each window, channel by channel.
///
/// - input (batch, length, channels), result (batch, length', channels)
///
/// Defaults: windows of 2 along each axis, side by side, none over the edge.
public final class MaxPooling1D extends Pooling<MaxPooling1D> {
    private MaxPooling1D(int poolSize) {
        super(1, poolSize);
    }

    /// With windows of 2.
    public static MaxPooling1D of() {
        return of(2);
    }

    /// With windows of this size.
    public static MaxPooling1D of(int poolSize) {
        return new MaxPooling1D(poolSize);
    }

    @Override
    Tensor pooled(Tensor x, Window window) {
        return x.maxPool(window);
    }
}
