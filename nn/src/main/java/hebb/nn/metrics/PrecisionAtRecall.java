package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// The best precision, `tp / (tp + fp)`, of thresholds whose recall, `tp / (tp + fn)`, is high
/// enough; 0 if none is.
///
/// Defaults: 200 thresholds, all classes.
public final class PrecisionAtRecall extends BestThreshold<PrecisionAtRecall> {
    private PrecisionAtRecall(double recall) {
        super("precision_at_recall", "recall", recall);
    }

    /// Where the recall is this at least, from 0 to 1.
    public static PrecisionAtRecall of(double recall) {
        return new PrecisionAtRecall(recall);
    }

    @Override
    Tensor constrained(Counts counts) {
        return counts.recall();
    }

    @Override
    Tensor wanted(Counts counts) {
        return counts.precision();
    }
}
