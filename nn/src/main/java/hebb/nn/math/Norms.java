package hebb.nn.math;

import hebb.core.tensor.Tensor;

/// Euclidean lengths.
public final class Norms {
    /// What Keras adds to divisors and keeps probabilities away from 0 and 1 by: `backend.epsilon`.
    public static final double EPSILON = 1e-7;

    private Norms() {}

    /// √ Σ x² over these axes, which stay with length 1.
    public static Tensor l2(Tensor x, int... axes) {
        return x.square().sumKeepDims(axes).sqrt();
    }

    /// x over its length along these axes; 0 stays 0.
    public static Tensor unit(Tensor x, int... axes) {
        return unit(x, EPSILON, axes);
    }

    /// The same for lengths of at least `least`; what is shorter grows by the same factor as that.
    public static Tensor unit(Tensor x, double least, int... axes) {
        // a bound on the square, not on the length: so the gradient at 0 is 0 and not NaN
        return x.mul(x.square().sumKeepDims(axes).maximum(least * least).rsqrt());
    }
}
