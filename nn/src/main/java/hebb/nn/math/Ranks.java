package hebb.nn.math;

import hebb.core.tensor.Tensor;

/// Keras's rule for two tensors of which one has a last axis of length 1 that the other lacks.
public final class Ranks {
    private Ranks() {}

    /// `x` with an axis more or less, so that its rank is that of `other`. A tensor of one axis
    /// gets the other's last axis of length 1; from one of more axes it is taken away.
    public static Tensor like(Tensor x, Tensor other) {
        if (other.rank() == x.rank() + 1 && x.rank() == 1 && other.dim(-1) == 1) {
            return x.expandDims(-1);
        }
        if (x.rank() == other.rank() + 1 && other.rank() != 1 && x.dim(-1) == 1) {
            return x.squeeze(-1);
        }
        return x;
    }
}
