package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// Which share of what is positive predictions call so: `tp / (tp + fn)`.
///
/// Defaults: `thresholds` 0.5, or none with `topK`; all classes. Of several thresholds there is one
/// number each.
public final class Recall extends DecisionShare<Recall> {
    private Recall() {
        super("recall", Tally.FALSE_NEGATIVES);
    }

    /// With the threshold 0.5.
    public static Recall of() {
        return new Recall();
    }

    @Override
    Tensor missed(Decisions decisions) {
        return decisions.falseNegatives();
    }
}
