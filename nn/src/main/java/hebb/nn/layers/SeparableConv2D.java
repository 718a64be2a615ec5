package hebb.nn.layers;

/// A two-dimensional convolution of each channel on its own, then one of size 1 that mixes the
/// channels.
///
/// - input (batch, height, width, channels), result (batch, height', width', filters)
/// - weights: `depthwise_kernel` (height, width, channels, depthMultiplier), `pointwise_kernel` (1,
///   1, channels · depthMultiplier, filters), `bias` (filters)
///
/// Defaults: one result a channel in between, steps of 1, no padding, no dilation, no activation,
/// bias on, kernels Glorot's uniform, bias zeros. Source: Chollet, arXiv 1610.02357.
public final class SeparableConv2D extends SeparableConvolutional<SeparableConv2D> {
    private SeparableConv2D(int filters, int... kernelSize) {
        super(2, filters, kernelSize);
    }

    /// With this many filters, of channels seen with kernels of this size, one number for both axes
    /// or one for each.
    public static SeparableConv2D of(int filters, int... kernelSize) {
        return new SeparableConv2D(filters, kernelSize);
    }
}
