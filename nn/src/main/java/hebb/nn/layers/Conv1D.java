package hebb.nn.layers;

/// A one-dimensional convolution (cross-correlation): over time steps, or along a signal.
///
/// - input (batch, length, channels), result (batch, length', filters)
/// - weights: `kernel` (size, channels / groups, filters), `bias` (filters)
///
/// Defaults: steps of 1, no padding, no dilation, one group, no activation, bias on, kernel
/// Glorot's uniform, bias zeros. With [Padding#CAUSAL] a result depends on what came before it
/// only.
public final class Conv1D extends Convolutional<Conv1D> {
    private Conv1D(int filters, int kernelSize) {
        super(1, filters, kernelSize);
    }

    /// With this many filters of this size.
    public static Conv1D of(int filters, int kernelSize) {
        return new Conv1D(filters, kernelSize);
    }
}
