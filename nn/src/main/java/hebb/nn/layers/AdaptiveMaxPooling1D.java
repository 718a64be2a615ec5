package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// The largest number of each of a given number of windows, channel by channel.
///
/// - input (batch, length, channels), result with spatial axes of `outputSize`
public final class AdaptiveMaxPooling1D extends AdaptivePooling<AdaptiveMaxPooling1D> {
    private AdaptiveMaxPooling1D(int outputSize) {
        super(1, outputSize);
    }

    /// With this many windows.
    public static AdaptiveMaxPooling1D of(int outputSize) {
        return new AdaptiveMaxPooling1D(outputSize);
    }

    @Override
    Tensor one(Tensor window, int axis) {
        return window.maxKeepDims(axis);
    }
}
