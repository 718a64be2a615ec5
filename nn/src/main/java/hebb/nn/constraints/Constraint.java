package hebb.nn.constraints;

import hebb.core.tensor.Tensor;
import hebb.nn.Configurable;

/// A rule that a weight is brought back to after each step. One of your own implements this and
/// lists its options.
public interface Constraint extends Configurable {
    /// The value, brought back to the rule.
    Tensor of(Tensor weight);

    /// No rule: what weights have by default.
    static Constraint none() {
        return None.NONE;
    }
}
