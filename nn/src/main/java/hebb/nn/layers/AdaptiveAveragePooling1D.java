package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// The mean of each of a given number of windows, channel by channel.
///
/// - input (batch, length, channels), result with spatial axes of `outputSize`
public final class AdaptiveAveragePooling1D extends AdaptivePooling<AdaptiveAveragePooling1D> {
    private AdaptiveAveragePooling1D(int outputSize) {
        super(1, outputSize);
    }

    /// With this many windows.
    public static AdaptiveAveragePooling1D of(int outputSize) {
        return new AdaptiveAveragePooling1D(outputSize);
    }

    @Override
    Tensor one(Tensor window, int axis) {
        return window.meanKeepDims(axis);
    }
}
