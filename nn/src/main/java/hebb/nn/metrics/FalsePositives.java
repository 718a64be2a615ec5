package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// How often predictions say yes where labels say no.
///
/// Default: `thresholds` 0.5; of several there is one number each.
public final class FalsePositives extends DecisionCount<FalsePositives> {
    private FalsePositives() {
        super("false_positives");
    }

    /// With the threshold 0.5.
    public static FalsePositives of() {
        return new FalsePositives();
    }

    @Override
    Tensor counted(Decisions decisions) {
        return decisions.falsePositives();
    }
}
