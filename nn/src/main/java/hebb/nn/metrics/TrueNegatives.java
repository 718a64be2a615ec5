package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// How often predictions say no where labels do.
///
/// Default: `thresholds` 0.5; of several there is one number each.
public final class TrueNegatives extends DecisionCount<TrueNegatives> {
    private TrueNegatives() {
        super("true_negatives");
    }

    /// With the threshold 0.5.
    public static TrueNegatives of() {
        return new TrueNegatives();
    }

    @Override
    Tensor counted(Decisions decisions) {
        return decisions.trueNegatives();
    }
}
