package hebb.nn.constraints;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// No rule at all.
enum None implements Constraint {
    NONE;

    @Override
    public Tensor of(Tensor weight) {
        return weight;
    }

    @Override
    public Options options() {
        return Options.none();
    }

    @Override
    public String toString() {
        return "None";
    }
}
