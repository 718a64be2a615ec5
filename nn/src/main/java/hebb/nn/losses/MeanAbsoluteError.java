package hebb.nn.losses;

import hebb.core.tensor.Tensor;

/// `mean(|yTrue - yPred|)`, over the last axis.
public final class MeanAbsoluteError extends Loss<MeanAbsoluteError> {
    private MeanAbsoluteError() {
        super("mean_absolute_error");
    }

    /// The mean over the batch.
    public static MeanAbsoluteError of() {
        return new MeanAbsoluteError();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return labels(yTrue, yPred).sub(yPred).abs().mean(-1);
    }
}
