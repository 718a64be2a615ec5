package hebb.nn.layers;

/// A recurrent layer whose cell has gates.
///
/// @param <S> the class itself
/// @param <C> the cell's class
public abstract sealed class GatedRNN<S extends GatedRNN<S, C>, C extends GatedCell<C>>
        extends KernelRNN<S, C> permits LSTM, GRU, ConvLSTM {
    GatedRNN(C cell) {
        super(cell);
    }

    /// With this function for the gates. Default: sigmoid.
    public final S recurrentActivation(Activation recurrentActivation) {
        return cell(c -> c.recurrentActivation(recurrentActivation));
    }

    /// With a mask of its own for each gate where the input is dropped, if 1. Default: 2, one for
    /// all; with dropped states it is 1, whatever is said here.
    public final S implementation(int implementation) {
        return cell(c -> c.implementation(implementation));
    }
}
