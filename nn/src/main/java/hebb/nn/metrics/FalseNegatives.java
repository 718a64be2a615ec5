package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// How often predictions say no where labels say yes.
///
/// Default: `thresholds` 0.5; of several there is one number each.
public final class FalseNegatives extends DecisionCount<FalseNegatives> {
    private FalseNegatives() {
        super("false_negatives");
    }

    /// With the threshold 0.5.
    public static FalseNegatives of() {
        return new FalseNegatives();
    }

    @Override
    Tensor counted(Decisions decisions) {
        return decisions.falseNegatives();
    }
}
