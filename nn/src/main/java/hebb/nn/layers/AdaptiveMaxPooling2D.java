package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// The largest number of each of a given number of windows, channel by channel.
///
/// - input (batch, height, width, channels), result with spatial axes of `outputSize`
public final class AdaptiveMaxPooling2D extends AdaptivePooling<AdaptiveMaxPooling2D> {
    private AdaptiveMaxPooling2D(int... outputSize) {
        super(2, outputSize);
    }

    /// With this many windows, one number for all spatial axes or one for each.
    public static AdaptiveMaxPooling2D of(int... outputSize) {
        return new AdaptiveMaxPooling2D(outputSize);
    }

    @Override
    Tensor one(Tensor window, int axis) {
        return window.maxKeepDims(axis);
    }
}
