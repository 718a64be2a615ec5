package hebb.nn.layers;

import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;

/// The largest number of each window, channel by channel.
///
/// - input (batch, height, width, channels), result (batch, height', width', channels)
///
/// Defaults: windows of 2 along each axis, side by side, none over the edge.
public final class MaxPooling2D extends Pooling<MaxPooling2D> {
    private MaxPooling2D(int... poolSize) {
        super(2, poolSize);
    }

    /// With windows of 2.
    public static MaxPooling2D of() {
        return of(2);
    }

    /// With windows of this size, one number for all spatial axes or one for each.
    public static MaxPooling2D of(int... poolSize) {
        return new MaxPooling2D(poolSize);
    }

    @Override
    Tensor pooled(Tensor x, Window window) {
        return x.maxPool(window);
    }
}
