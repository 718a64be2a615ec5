package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;

/// How often predictions equal labels exactly. For classes and probabilities take
/// [Metric#accuracy].
public final class Accuracy extends MeanMetric<Accuracy> {
    private Accuracy() {
        super("accuracy", Direction.UP);
    }

    /// The share of equal values.
    public static Accuracy of() {
        return new Accuracy();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return yTrue.cast(yPred.dtype()).equal(yPred).cast(DType.FLOAT32);
    }
}
