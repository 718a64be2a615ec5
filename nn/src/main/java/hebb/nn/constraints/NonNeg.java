package hebb.nn.constraints;

import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;

/// No element below 0: `max(w, 0)`.
public final class NonNeg extends Configured<NonNeg> implements Constraint {
    private NonNeg() {}

    /// The rule.
    public static NonNeg of() {
        return new NonNeg();
    }

    @Override
    public Tensor of(Tensor weight) {
        return weight.maximum(0);
    }

    @Override
    public Options options() {
        return Options.none();
    }
}
