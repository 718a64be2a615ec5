package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Optional;

/// How often one of the four things happens that a yes or no can be: right or wrong.
///
/// @param <S> the class itself
public abstract sealed class DecisionCount<S extends DecisionCount<S>> extends Metric<S>
        permits TruePositives, FalsePositives, TrueNegatives, FalseNegatives {
    private static final String COUNT = "accumulator";

    private Optional<double[]> thresholds = Optional.empty();

    DecisionCount(String name) {
        super(name);
    }

    /// With these thresholds, from 0 to 1, above which predictions say yes. Default: 0.5.
    public final S thresholds(double... thresholds) {
        var checked = Thresholds.of(className(), thresholds.clone()).values();
        return with(m -> ((DecisionCount<?>) m).thresholds = Optional.of(checked));
    }

    abstract Tensor counted(Decisions decisions);

    @Override
    public final void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        var at = Thresholds.of(className(), thresholds.orElse(new double[] {0.5}));
        var decisions = Decisions.of(at, Decisions.View.WHOLE, yTrue, typed(yPred), weight);
        Tally.add(s, COUNT, counted(decisions).squeeze(1));
    }

    @Override
    public final Tensor result(Scope s) {
        return Tally.plain(Tally.of(s, COUNT));
    }

    @Override
    public Options options() {
        return super.options()
                .optional(
                        "thresholds",
                        Object.class,
                        Thresholds.written(thresholds),
                        v -> thresholds = Thresholds.parse(v));
    }
}
