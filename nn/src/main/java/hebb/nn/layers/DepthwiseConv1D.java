package hebb.nn.layers;

/// A one-dimensional convolution of each channel on its own.
///
/// - input (batch, length, channels), result (batch, length', channels · depthMultiplier)
/// - weights: `kernel` (size, channels, depthMultiplier), `bias` (channels · depthMultiplier)
///
/// Defaults: one result a channel, steps of 1, no padding, no dilation, no activation, bias on,
/// kernel Glorot's uniform, bias zeros.
public final class DepthwiseConv1D extends DepthwiseConvolutional<DepthwiseConv1D> {
    private DepthwiseConv1D(int kernelSize) {
        super(1, kernelSize);
    }

    /// With kernels of this size.
    public static DepthwiseConv1D of(int kernelSize) {
        return new DepthwiseConv1D(kernelSize);
    }
}
