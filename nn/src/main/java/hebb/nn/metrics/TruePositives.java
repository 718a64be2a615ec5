package hebb.nn.metrics;

import hebb.core.tensor.Tensor;

/// How often predictions say yes where labels do.
///
/// Default: `thresholds` 0.5; of several there is one number each.
public final class TruePositives extends DecisionCount<TruePositives> {
    private TruePositives() {
        super("true_positives");
    }

    /// With the threshold 0.5.
    public static TruePositives of() {
        return new TruePositives();
    }

    @Override
    Tensor counted(Decisions decisions) {
        return decisions.truePositives();
    }
}
