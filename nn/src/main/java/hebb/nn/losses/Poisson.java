package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.math.Norms;

/// `mean(yPred - yTrue · log(yPred + 1e-7))`, over the last axis.
public final class Poisson extends Loss<Poisson> {
    private Poisson() {
        super("poisson");
    }

    /// The mean over the batch.
    public static Poisson of() {
        return new Poisson();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = labels(yTrue, yPred);
        return yPred.sub(y.mul(yPred.add(Norms.EPSILON).log())).mean(-1);
    }
}
