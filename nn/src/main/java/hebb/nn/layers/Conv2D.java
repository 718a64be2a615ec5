package hebb.nn.layers;

/// A two-dimensional convolution (cross-correlation): over images.
///
/// - input (batch, height, width, channels), result (batch, height', width', filters)
/// - weights: `kernel` (height, width, channels / groups, filters), `bias` (filters)
///
/// Defaults: steps of 1, no padding, no dilation, one group, no activation, bias on, kernel
/// Glorot's uniform, bias zeros.
public final class Conv2D extends Convolutional<Conv2D> {
    private Conv2D(int filters, int... kernelSize) {
        super(2, filters, kernelSize);
    }

    /// With this many filters of this size, one number for all spatial axes or one for each.
    public static Conv2D of(int filters, int... kernelSize) {
        return new Conv2D(filters, kernelSize);
    }
}
