package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.math.Norms;

/// `100 · mean(|yTrue - yPred| / max(|yTrue|, 1e-7))`, over the last axis.
public final class MeanAbsolutePercentageError extends Loss<MeanAbsolutePercentageError> {
    private MeanAbsolutePercentageError() {
        super("mean_absolute_percentage_error");
    }

    /// The mean over the batch.
    public static MeanAbsolutePercentageError of() {
        return new MeanAbsolutePercentageError();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = labels(yTrue, yPred);
        var relative = y.sub(yPred).div(y.abs().maximum(Norms.EPSILON)).abs();
        return relative.mean(-1).mul(100);
    }
}
