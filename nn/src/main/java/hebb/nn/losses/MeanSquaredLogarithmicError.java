package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.math.Norms;

/// `mean((log(1 + yTrue) - log(1 + yPred))²)`, over the last axis, where values below 1e-7 count as
/// that.
public final class MeanSquaredLogarithmicError extends Loss<MeanSquaredLogarithmicError> {
    private MeanSquaredLogarithmicError() {
        super("mean_squared_logarithmic_error");
    }

    /// The mean over the batch.
    public static MeanSquaredLogarithmicError of() {
        return new MeanSquaredLogarithmicError();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var predicted = yPred.maximum(Norms.EPSILON).add(1).log();
        var actual = labels(yTrue, yPred).maximum(Norms.EPSILON).add(1).log();
        return predicted.sub(actual).square().mean(-1);
    }
}
