package hebb.nn.losses;

import hebb.core.tensor.Tensor;

/// `max(1 + max((1 - yTrue) · yPred) - Σ yTrue · yPred, 0)`, over the last axis, for one-hot
/// labels.
public final class CategoricalHinge extends Loss<CategoricalHinge> {
    private CategoricalHinge() {
        super("categorical_hinge");
    }

    /// The mean over the batch.
    public static CategoricalHinge of() {
        return new CategoricalHinge();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = labels(yTrue, yPred);
        var right = y.mul(yPred).sum(-1);
        var wrong = Tensor.scalar(1, y.dtype()).sub(y).mul(yPred).max(-1);
        return wrong.sub(right).add(1).maximum(0);
    }
}
