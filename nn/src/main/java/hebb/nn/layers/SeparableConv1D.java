package hebb.nn.layers;

/// A one-dimensional convolution of each channel on its own, then one of size 1 that mixes the
/// channels.
///
/// - input (batch, length, channels), result (batch, length', filters)
/// - weights: `depthwise_kernel` (size, channels, depthMultiplier), `pointwise_kernel` (1, channels
///   · depthMultiplier, filters), `bias` (filters)
///
/// Defaults: one result a channel in between, steps of 1, no padding, no dilation, no activation,
/// bias on, kernels Glorot's uniform, bias zeros. Source: Chollet, arXiv 1610.02357.
public final class SeparableConv1D extends SeparableConvolutional<SeparableConv1D> {
    private SeparableConv1D(int filters, int kernelSize) {
        super(1, filters, kernelSize);
    }

    /// With this many filters, of channels seen with kernels of this size.
    public static SeparableConv1D of(int filters, int kernelSize) {
        return new SeparableConv1D(filters, kernelSize);
    }
}
