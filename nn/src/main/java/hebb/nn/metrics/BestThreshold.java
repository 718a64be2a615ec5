package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Optional;

/// The best value of one measure among thresholds at which another one is high enough.
///
/// @param <S> the class itself
public abstract sealed class BestThreshold<S extends BestThreshold<S>> extends Metric<S>
        permits SensitivityAtSpecificity,
                SpecificityAtSensitivity,
                PrecisionAtRecall,
                RecallAtPrecision {
    private final String constraint;
    private double least;
    private int numThresholds = 200;
    private Optional<Integer> classId = Optional.empty();

    BestThreshold(String name, String constraint, double least) {
        super(name, Direction.UP);
        this.constraint = constraint;
        this.least = Require.fraction(className(), constraint, least);
    }

    /// With so many thresholds, spread evenly from 0 to 1. Default: 200.
    public final S numThresholds(int count) {
        int checked = Require.positive(className(), "num_thresholds", count);
        return with(m -> ((BestThreshold<?>) m).numThresholds = checked);
    }

    /// Of this class only. Default: of all.
    public final S classId(int classId) {
        return with(m -> ((BestThreshold<?>) m).classId = Optional.of(classId));
    }

    /// What must be high enough, at each threshold.
    abstract Tensor constrained(Counts counts);

    /// What is to be high.
    abstract Tensor wanted(Counts counts);

    @Override
    public final void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        var at = Thresholds.even(numThresholds);
        var view = new Decisions.View(Optional.empty(), classId, false);
        Counts.add(s, Decisions.of(at, view, yTrue, typed(yPred), weight), false);
    }

    @Override
    public final Tensor result(Scope s) {
        var counts = Counts.of(s);
        var zero = Tensor.scalar(0, s.dtype());
        return Tensor.where(constrained(counts).greaterEqual(least), wanted(counts), zero).max();
    }

    @Override
    public Options options() {
        return super.options()
                .optional("class_id", Integer.class, classId, v -> classId = v)
                .and("num_thresholds", int.class, numThresholds, v -> numThresholds = v)
                .and(constraint, double.class, least, v -> least = v);
    }
}
