package hebb.nn.losses;

import hebb.core.tensor.Tensor;

/// `mean(max(1 - yTrue · yPred, 0))`, over the last axis, for labels of -1 and 1; labels of 0 and 1
/// are converted.
public final class Hinge extends Loss<Hinge> {
    private Hinge() {
        super("hinge");
    }

    /// The mean over the batch.
    public static Hinge of() {
        return new Hinge();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return Margins.of(labels(yTrue, yPred), yPred).mean(-1);
    }
}
