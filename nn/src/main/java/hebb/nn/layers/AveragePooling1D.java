package hebb.nn.layers;

import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;

/// The mean of each window, channel by channel.
///
/// - input (batch, length, channels), result (batch, length', channels)
///
/// Defaults: windows of 2 along each axis, side by side, none over the edge.
public final class AveragePooling1D extends Pooling<AveragePooling1D> {
    private AveragePooling1D(int poolSize) {
        super(1, poolSize);
    }

    /// With windows of 2.
    public static AveragePooling1D of() {
        return of(2);
    }

    /// With windows of this size.
    public static AveragePooling1D of(int poolSize) {
        return new AveragePooling1D(poolSize);
    }

    @Override
    Tensor pooled(Tensor x, Window window) {
        return x.averagePool(window);
    }
}
