package hebb.nn.layers;

/// A two-dimensional convolution of each channel on its own.
///
/// - input (batch, height, width, channels), result (batch, height', width', channels ·
///   depthMultiplier)
/// - weights: `kernel` (height, width, channels, depthMultiplier), `bias` (channels ·
///   depthMultiplier)
///
/// Defaults: one result a channel, steps of 1, no padding, no dilation, no activation, bias on,
/// kernel Glorot's uniform, bias zeros.
public final class DepthwiseConv2D extends DepthwiseConvolutional<DepthwiseConv2D> {
    private DepthwiseConv2D(int... kernelSize) {
        super(2, kernelSize);
    }

    /// With kernels of this size, one number for both axes or one for each.
    public static DepthwiseConv2D of(int... kernelSize) {
        return new DepthwiseConv2D(kernelSize);
    }
}
