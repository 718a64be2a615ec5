package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;

/// How often the largest prediction is at the place that the label (a class number) names.
public final class SparseCategoricalAccuracy extends MeanMetric<SparseCategoricalAccuracy> {
    private SparseCategoricalAccuracy() {
        super("sparse_categorical_accuracy", Direction.UP);
    }

    /// The share of right classes.
    public static SparseCategoricalAccuracy of() {
        return new SparseCategoricalAccuracy();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        boolean extra = yTrue.rank() == yPred.rank() && yTrue.dim(-1) == 1;
        var labels = extra ? yTrue.squeeze(-1) : yTrue;
        return yPred.argMax(-1).cast(labels.dtype()).equal(labels).cast(DType.FLOAT32);
    }
}
