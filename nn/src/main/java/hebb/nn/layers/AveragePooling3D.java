package hebb.nn.layers;

import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;

/// The mean of each window, channel by channel.
///
/// - input (batch, depth, height, width, channels), result (batch, depth', height', width',
///   channels)
///
/// Defaults: windows of 2 along each axis, side by side, none over the edge.
public final class AveragePooling3D extends Pooling<AveragePooling3D> {
    private AveragePooling3D(int... poolSize) {
        super(3, poolSize);
    }

    /// With windows of 2.
    public static AveragePooling3D of() {
        return of(2);
    }

    /// With windows of this size, one number for all spatial axes or one for each.
    public static AveragePooling3D of(int... poolSize) {
        return new AveragePooling3D(poolSize);
    }

    @Override
    Tensor pooled(Tensor x, Window window) {
        return x.averagePool(window);
    }
}
