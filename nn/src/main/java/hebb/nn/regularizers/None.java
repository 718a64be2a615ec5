package hebb.nn.regularizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// No price at all.
enum None implements Regularizer {
    NONE;

    @Override
    public Tensor of(Tensor weight) {
        return Tensor.scalar(0, weight.dtype());
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
