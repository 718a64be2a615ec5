package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// The best recall, `tp / (tp + fn)`, of thresholds whose precision, `tp / (tp + fp)`, is high
/// enough; 0 if none is.
///
/// Defaults: 200 thresholds, all classes.
public final class RecallAtPrecision extends BestThreshold<RecallAtPrecision> {
    private RecallAtPrecision(double precision) {
        super("recall_at_precision", "precision", precision);
    }

    /// Where the precision is this at least, from 0 to 1.
    public static RecallAtPrecision of(double precision) {
        return new RecallAtPrecision(precision);
    }

    @Override
    Tensor constrained(Counts counts) {
        return counts.precision();
    }

    @Override
    Tensor wanted(Counts counts) {
        return counts.recall();
    }
}
