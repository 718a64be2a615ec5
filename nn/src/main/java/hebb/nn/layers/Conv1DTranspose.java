package hebb.nn.layers;

/// A one-dimensional transposed convolution: the gradient of a convolution with respect to its
/// input, as a layer that makes its input larger.
///
/// - input (batch, length, channels), result (batch, length', filters)
/// - weights: `kernel` (size, filters, channels), `bias` (filters)
///
/// Defaults: steps of 1, no padding, no dilation, no activation, bias on, kernel Glorot's uniform,
/// bias zeros.
public final class Conv1DTranspose extends TransposedConvolutional<Conv1DTranspose> {
    private Conv1DTranspose(int filters, int kernelSize) {
        super(1, filters, kernelSize);
    }

    /// With this many filters of this size.
    public static Conv1DTranspose of(int filters, int kernelSize) {
        return new Conv1DTranspose(filters, kernelSize);
    }
}
