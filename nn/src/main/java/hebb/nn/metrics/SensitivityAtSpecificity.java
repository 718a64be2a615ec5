package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// The best sensitivity, `tp / (tp + fn)`, of thresholds whose specificity, `tn / (tn + fp)`, is
/// high enough; 0 if none is.
///
/// Defaults: 200 thresholds, all classes.
public final class SensitivityAtSpecificity extends BestThreshold<SensitivityAtSpecificity> {
    private SensitivityAtSpecificity(double specificity) {
        super("sensitivity_at_specificity", "specificity", specificity);
    }

    /// Where the specificity is this at least, from 0 to 1.
    public static SensitivityAtSpecificity of(double specificity) {
        return new SensitivityAtSpecificity(specificity);
    }

    @Override
    Tensor constrained(Counts counts) {
        return counts.specificity();
    }

    @Override
    Tensor wanted(Counts counts) {
        return counts.recall();
    }
}
