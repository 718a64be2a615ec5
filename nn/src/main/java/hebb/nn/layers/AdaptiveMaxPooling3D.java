package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// The largest number of each of a given number of windows, channel by channel.
///
/// - input (batch, depth, height, width, channels), result with spatial axes of `outputSize`
public final class AdaptiveMaxPooling3D extends AdaptivePooling<AdaptiveMaxPooling3D> {
    private AdaptiveMaxPooling3D(int... outputSize) {
        super(3, outputSize);
    }

    /// With this many windows, one number for all spatial axes or one for each.
    public static AdaptiveMaxPooling3D of(int... outputSize) {
        return new AdaptiveMaxPooling3D(outputSize);
    }

    @Override
    Tensor one(Tensor window, int axis) {
        return window.maxKeepDims(axis);
    }
}
