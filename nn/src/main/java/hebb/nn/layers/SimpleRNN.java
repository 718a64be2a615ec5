package hebb.nn.layers;

import hebb.nn.regularizers.Regularizer;

/// Fully connected to the input and to its own last output: `h = activation(x · kernel + bias + h ·
/// recurrent_kernel)`.
///
/// - input (batch, time, in), result (batch, units); with `returnSequences` (batch, time, units)
/// - weights: `kernel` (in, units), `recurrent_kernel` (units, units), `bias` (units), all under
///   `simple_rnn_cell`; in Keras's files under `cell`
///
/// Defaults: tanh, bias on, kernel Glorot's uniform, recurrent kernel orthogonal, bias zeros.
public final class SimpleRNN extends KernelRNN<SimpleRNN, SimpleRNNCell> {
    private SimpleRNN(int units) {
        super(SimpleRNNCell.of(units).name("simple_rnn_cell"));
    }

    /// With this many units.
    public static SimpleRNN of(int units) {
        return new SimpleRNN(units);
    }

    /// None, whatever was chosen: Keras takes the option and leaves it.
    @Override
    protected Regularizer priceOfResults() {
        return Regularizer.none();
    }
}
