package hebb.nn.layers;

import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;

/// The largest number of each window, channel by channel.
///
/// - input (batch, depth, height, width, channels), result (batch, depth', height', width',
///   channels)
///
/// Defaults: windows of 2 along each axis, side by side, none over the edge.
public final class MaxPooling3D extends Pooling<MaxPooling3D> {
    private MaxPooling3D(int... poolSize) {
        super(3, poolSize);
    }

    /// With windows of 2.
    public static MaxPooling3D of() {
        return of(2);
    }

    /// With windows of this size, one number for all spatial axes or one for each.
    public static MaxPooling3D of(int... poolSize) {
        return new MaxPooling3D(poolSize);
    }

    @Override
    Tensor pooled(Tensor x, Window window) {
        return x.maxPool(window);
    }
}
