package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// The best specificity, `tn / (tn + fp)`, of thresholds whose sensitivity, `tp / (tp + fn)`, is
/// high enough; 0 if none is.
///
/// Defaults: 200 thresholds, all classes.
public final class SpecificityAtSensitivity extends BestThreshold<SpecificityAtSensitivity> {
    private SpecificityAtSensitivity(double sensitivity) {
        super("specificity_at_sensitivity", "sensitivity", sensitivity);
    }

    /// Where the sensitivity is this at least, from 0 to 1.
    public static SpecificityAtSensitivity of(double sensitivity) {
        return new SpecificityAtSensitivity(sensitivity);
    }

    @Override
    Tensor constrained(Counts counts) {
        return counts.recall();
    }

    @Override
    Tensor wanted(Counts counts) {
        return counts.specificity();
    }
}
