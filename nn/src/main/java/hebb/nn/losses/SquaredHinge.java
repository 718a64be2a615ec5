package hebb.nn.losses;

import hebb.core.tensor.Tensor;

/// `mean(max(1 - yTrue · yPred, 0)²)`, over the last axis, for labels of -1 and 1; labels of 0 and
/// 1 are converted.
public final class SquaredHinge extends Loss<SquaredHinge> {
    private SquaredHinge() {
        super("squared_hinge");
    }

    /// The mean over the batch.
    public static SquaredHinge of() {
        return new SquaredHinge();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return Margins.of(labels(yTrue, yPred), yPred).square().mean(-1);
    }
}
