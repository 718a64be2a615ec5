package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.math.Norms;

/// `Σ yTrue · log(yTrue / yPred)`, over the last axis, where probabilities below 1e-7 count as
/// that.
public final class KLDivergence extends Loss<KLDivergence> {
    private KLDivergence() {
        super("kl_divergence");
    }

    /// The mean over the batch.
    public static KLDivergence of() {
        return new KLDivergence();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var actual = labels(yTrue, yPred).clip(Norms.EPSILON, 1);
        var predicted = yPred.clip(Norms.EPSILON, 1);
        return actual.mul(actual.div(predicted).log()).sum(-1);
    }
}
