package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// How often predictions lie on the labels' side of a threshold, for labels of 0 and 1.
///
/// Default: `threshold` 0.5; what lies on it counts as 0.
public final class BinaryAccuracy extends MeanMetric<BinaryAccuracy> {
    private double threshold = 0.5;

    private BinaryAccuracy() {
        super("binary_accuracy", Direction.UP);
    }

    /// With the threshold 0.5.
    public static BinaryAccuracy of() {
        return new BinaryAccuracy();
    }

    /// With this threshold. Default: 0.5.
    public BinaryAccuracy threshold(double threshold) {
        return with(m -> m.threshold = threshold);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var predicted = yPred.greater(threshold).cast(yPred.dtype());
        return yTrue.cast(yPred.dtype()).equal(predicted).cast(DType.FLOAT32);
    }

    @Override
    public Options options() {
        return super.options().and("threshold", double.class, threshold, v -> threshold = v);
    }
}
