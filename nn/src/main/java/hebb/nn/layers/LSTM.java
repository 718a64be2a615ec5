package hebb.nn.layers;

/// Long short-term memory: gates decide what the state c forgets, takes in and shows. The formulas
/// are at [LSTMCell].
///
/// - input (batch, time, in), result (batch, units); with `returnSequences` (batch, time, units)
/// - states: h and c, (batch, units) each
/// - weights: `kernel` (in, 4 units), `recurrent_kernel` (units, 4 units), `bias` (4 units), all
///   under `lstm_cell`; in Keras's files under `cell`
///
/// Defaults: tanh, sigmoid for the gates, bias on, kernel Glorot's uniform, recurrent kernel
/// orthogonal, bias zeros and 1 for the forget gate. Source: Hochreiter and Schmidhuber, Neural
/// Computation 9, 1997.
public final class LSTM extends GatedRNN<LSTM, LSTMCell> {
    private LSTM(int units) {
        super(LSTMCell.of(units).name("lstm_cell"));
    }

    /// With this many units.
    public static LSTM of(int units) {
        return new LSTM(units);
    }

    /// Whether the forget gate's bias begins at 1. Default: it does.
    public LSTM unitForgetBias(boolean unitForgetBias) {
        return cell(c -> c.unitForgetBias(unitForgetBias));
    }
}
