package hebb.nn.layers;

/// A two-dimensional transposed convolution: the gradient of a convolution with respect to its
/// input, as a layer that makes its input larger.
///
/// - input (batch, height, width, channels), result (batch, height', width', filters)
/// - weights: `kernel` (height, width, filters, channels), `bias` (filters)
///
/// Defaults: steps of 1, no padding, no dilation, no activation, bias on, kernel Glorot's uniform,
/// bias zeros.
public final class Conv2DTranspose extends TransposedConvolutional<Conv2DTranspose> {
    private Conv2DTranspose(int filters, int... kernelSize) {
        super(2, filters, kernelSize);
    }

    /// With this many filters of this size, one number for all spatial axes or one for each.
    public static Conv2DTranspose of(int filters, int... kernelSize) {
        return new Conv2DTranspose(filters, kernelSize);
    }
}
