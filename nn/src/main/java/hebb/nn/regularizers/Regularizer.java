package hebb.nn.regularizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Configurable;

/// A price on the size of a weight, or of what a layer makes, added to the loss. One of your own
/// implements this and lists its options.
public interface Regularizer extends Configurable {
    /// The price of this value: one number without axes.
    Tensor of(Tensor weight);

    /// No price: what weights have by default.
    static Regularizer none() {
        return None.NONE;
    }
}
