package hebb.nn.layers;

/// Long short-term memory of inputs with three spatial axes, whose products are convolutions.
///
/// - input (batch, time, depth, height, width, channels), result (batch, depth, height, width,
///   filters); with `returnSequences` (batch, time, depth, height, width, filters)
/// - weights: `kernel` (…, channels, 4 filters), `recurrent_kernel` (…, filters, 4 filters), `bias`
///   (4 filters), all under `conv_lstm_cell`; in Keras's files under `cell`
///
/// Defaults: strides of 1, no padding, otherwise as [LSTM].
public final class ConvLSTM3D extends ConvLSTM<ConvLSTM3D> {
    private ConvLSTM3D(int filters, int... kernelSize) {
        super(3, filters, kernelSize);
    }

    /// With this many filters, of this size: one number for all spatial axes or one for each.
    public static ConvLSTM3D of(int filters, int... kernelSize) {
        return new ConvLSTM3D(filters, kernelSize);
    }
}
