package hebb.nn.regularizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Configurable;

/// A price on the size of a weight, added to the loss.
public interface Regularizer extends Configurable {
    /// The price of this value: one number without axes.
    Tensor of(Tensor weight);

    /// No price: what weights have by default.
    static Regularizer none() {
        return None.NONE;
    }
}
