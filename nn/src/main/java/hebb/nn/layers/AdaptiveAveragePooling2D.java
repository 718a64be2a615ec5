package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// The mean of each of a given number of windows, channel by channel.
///
/// - input (batch, height, width, channels), result with spatial axes of `outputSize`
public final class AdaptiveAveragePooling2D extends AdaptivePooling<AdaptiveAveragePooling2D> {
    private AdaptiveAveragePooling2D(int... outputSize) {
        super(2, outputSize);
    }

    /// With this many windows, one number for all spatial axes or one for each.
    public static AdaptiveAveragePooling2D of(int... outputSize) {
        return new AdaptiveAveragePooling2D(outputSize);
    }

    @Override
    Tensor one(Tensor window, int axis) {
        return window.meanKeepDims(axis);
    }
}
