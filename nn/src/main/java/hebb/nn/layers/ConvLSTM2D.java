package hebb.nn.layers;

/// Long short-term memory of inputs with two spatial axes, whose products are convolutions.
///
/// - input (batch, time, height, width, channels), result (batch, height, width, filters); with
///   `returnSequences` (batch, time, height, width, filters)
/// - weights: `kernel` (…, channels, 4 filters), `recurrent_kernel` (…, filters, 4 filters), `bias`
///   (4 filters), all under `conv_lstm_cell`; in Keras's files under `cell`
///
/// Defaults: strides of 1, no padding, otherwise as [LSTM].
public final class ConvLSTM2D extends ConvLSTM<ConvLSTM2D> {
    private ConvLSTM2D(int filters, int... kernelSize) {
        super(2, filters, kernelSize);
    }

    /// With this many filters, of this size: one number for all spatial axes or one for each.
    public static ConvLSTM2D of(int filters, int... kernelSize) {
        return new ConvLSTM2D(filters, kernelSize);
    }
}
