package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// The mean of each of a given number of windows, channel by channel.
///
/// - input (batch, depth, height, width, channels), result with spatial axes of `outputSize`
public final class AdaptiveAveragePooling3D extends AdaptivePooling<AdaptiveAveragePooling3D> {
    private AdaptiveAveragePooling3D(int... outputSize) {
        super(3, outputSize);
    }

    /// With this many windows, one number for all spatial axes or one for each.
    public static AdaptiveAveragePooling3D of(int... outputSize) {
        return new AdaptiveAveragePooling3D(outputSize);
    }

    @Override
    Tensor one(Tensor window, int axis) {
        return window.meanKeepDims(axis);
    }
}
