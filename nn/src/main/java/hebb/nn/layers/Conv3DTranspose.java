package hebb.nn.layers;

/// A three-dimensional transposed convolution: the gradient of a convolution with respect to its
/// input, as a layer that makes its input larger.
///
/// - input (batch, depth, height, width, channels), result (batch, depth', height', width',
///   filters)
/// - weights: `kernel` (depth, height, width, filters, channels), `bias` (filters)
///
/// Defaults: steps of 1, no padding, no dilation, no activation, bias on, kernel Glorot's uniform,
/// bias zeros.
public final class Conv3DTranspose extends TransposedConvolutional<Conv3DTranspose> {
    private Conv3DTranspose(int filters, int... kernelSize) {
        super(3, filters, kernelSize);
    }

    /// With this many filters of this size, one number for all spatial axes or one for each.
    public static Conv3DTranspose of(int filters, int... kernelSize) {
        return new Conv3DTranspose(filters, kernelSize);
    }
}
