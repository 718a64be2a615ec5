package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// Which share of what predictions call positive is: `tp / (tp + fp)`.
///
/// Defaults: `thresholds` 0.5, or none with `topK`; all classes. Of several thresholds there is one
/// number each.
public final class Precision extends DecisionShare<Precision> {
    private Precision() {
        super("precision", Tally.FALSE_POSITIVES);
    }

    /// With the threshold 0.5.
    public static Precision of() {
        return new Precision();
    }

    @Override
    Tensor missed(Decisions decisions) {
        return decisions.falsePositives();
    }
}
