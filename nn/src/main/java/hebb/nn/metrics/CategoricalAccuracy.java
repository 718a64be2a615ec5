package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;

/// How often the largest prediction is at the place of the largest label (one-hot labels).
public final class CategoricalAccuracy extends MeanMetric<CategoricalAccuracy> {
    private CategoricalAccuracy() {
        super("categorical_accuracy", Direction.UP);
    }

    /// The share of right classes.
    public static CategoricalAccuracy of() {
        return new CategoricalAccuracy();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return yTrue.argMax(-1).equal(yPred.argMax(-1)).cast(DType.FLOAT32);
    }
}
