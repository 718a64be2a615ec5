package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Optional;

/// A share of true positives: of all that predictions say is positive, or of all that is.
///
/// @param <S> the class itself
public abstract sealed class DecisionShare<S extends DecisionShare<S>> extends Metric<S>
        permits Precision, Recall {
    private final String missed;
    private Optional<double[]> thresholds = Optional.empty();
    private Optional<Integer> topK = Optional.empty();
    private Optional<Integer> classId = Optional.empty();

    DecisionShare(String name, String missed) {
        super(name, Direction.UP);
        this.missed = missed;
    }

    /// With these thresholds, from 0 to 1, above which predictions say yes. Default: 0.5.
    public final S thresholds(double... thresholds) {
        var checked = Thresholds.of(className(), thresholds.clone()).values();
        return with(m -> ((DecisionShare<?>) m).thresholds = Optional.of(checked));
    }

    /// With yes for the `k` largest predictions of a row only. Default: for all above the
    /// threshold.
    public final S topK(int k) {
        var checked = Optional.of(Require.positive(className(), "top_k", k));
        return with(m -> ((DecisionShare<?>) m).topK = checked);
    }

    /// Of this class only. Default: of all.
    public final S classId(int classId) {
        return with(m -> ((DecisionShare<?>) m).classId = Optional.of(classId));
    }

    /// What keeps the share from being 1.
    abstract Tensor missed(Decisions decisions);

    @Override
    public final void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        var at =
                thresholds
                        .map(t -> Thresholds.of(className(), t))
                        .or(() -> topK.map(_ -> Thresholds.always()))
                        .orElseGet(() -> Thresholds.of(className(), 0.5));
        var view = new Decisions.View(topK, classId, false);
        var decisions = Decisions.of(at, view, yTrue, typed(yPred), weight);
        Tally.add(s, Tally.TRUE_POSITIVES, decisions.truePositives().squeeze(1));
        Tally.add(s, missed, missed(decisions).squeeze(1));
    }

    @Override
    public final Tensor result(Scope s) {
        var share = Tally.share(Tally.of(s, Tally.TRUE_POSITIVES), Tally.of(s, missed));
        return Tally.plain(share);
    }

    @Override
    public Options options() {
        return super.options()
                .optional(
                        "thresholds",
                        Object.class,
                        Thresholds.written(thresholds),
                        v -> thresholds = Thresholds.parse(v))
                .optional("top_k", Integer.class, topK, v -> topK = v)
                .optional("class_id", Integer.class, classId, v -> classId = v);
    }
}
