package hebb.nn.layers;

/// A three-dimensional convolution (cross-correlation): over volumes, or images in time.
///
/// - input (batch, depth, height, width, channels), result (batch, depth', height', width',
///   filters)
/// - weights: `kernel` (depth, height, width, channels / groups, filters), `bias` (filters)
///
/// Defaults: steps of 1, no padding, no dilation, one group, no activation, bias on, kernel
/// Glorot's uniform, bias zeros.
public final class Conv3D extends Convolutional<Conv3D> {
    private Conv3D(int filters, int... kernelSize) {
        super(3, filters, kernelSize);
    }

    /// With this many filters of this size, one number for all spatial axes or one for each.
    public static Conv3D of(int filters, int... kernelSize) {
        return new Conv3D(filters, kernelSize);
    }
}
