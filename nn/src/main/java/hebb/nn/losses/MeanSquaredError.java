package hebb.nn.losses;

import hebb.core.tensor.Tensor;

/// `mean((yPred - yTrue)²)`, over the last axis.
public final class MeanSquaredError extends Loss<MeanSquaredError> {
    private MeanSquaredError() {
        super("mean_squared_error");
    }

    /// The mean over the batch.
    public static MeanSquaredError of() {
        return new MeanSquaredError();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return labels(yTrue, yPred).sub(yPred).square().mean(-1);
    }
}
