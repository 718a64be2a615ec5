package hebb.nn.layers;

/// Long short-term memory of inputs with one spatial axis, whose products are convolutions.
///
/// - input (batch, time, length, channels), result (batch, length, filters); with `returnSequences`
///   (batch, time, length, filters)
/// - weights: `kernel` (…, channels, 4 filters), `recurrent_kernel` (…, filters, 4 filters), `bias`
///   (4 filters), all under `conv_lstm_cell`; in Keras's files under `cell`
///
/// Defaults: strides of 1, no padding, otherwise as [LSTM].
public final class ConvLSTM1D extends ConvLSTM<ConvLSTM1D> {
    private ConvLSTM1D(int filters, int... kernelSize) {
        super(1, filters, kernelSize);
    }

    /// With this many filters, of this size.
    public static ConvLSTM1D of(int filters, int... kernelSize) {
        return new ConvLSTM1D(filters, kernelSize);
    }
}
