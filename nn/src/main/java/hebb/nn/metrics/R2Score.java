package hebb.nn.metrics;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.Ranks;
import java.util.Locale;
import java.util.Optional;

/// Which share of the labels' variance predictions explain: `1 - Σ (yTrue - yPred)² / Σ (yTrue -
/// mean)²`; 1 of perfect ones, 0 of the mean.
///
/// - labels and predictions: (batch, outputs)
///
/// Defaults: the mean over the outputs; `numRegressors` 0, not adjusted.
public final class R2Score extends Metric<R2Score> {
    /// How the numbers of the outputs become one.
    public enum Aggregation {
        /// Their mean.
        UNIFORM_AVERAGE,
        /// Their mean, where each counts as much as its labels vary.
        VARIANCE_WEIGHTED_AVERAGE;

        /// Keras's name: `uniform_average`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String SAMPLES = "num_samples";
    private static final String SQUARES = "squared_sum";
    private static final String SUM = "sum";
    private static final String RESIDUAL = "residual";
    private static final String COUNT = "count";

    private Optional<Aggregation> classAggregation = Optional.of(Aggregation.UNIFORM_AVERAGE);
    private int numRegressors;

    private R2Score() {
        super("r2_score", Direction.UP);
    }

    /// The mean over the outputs.
    public static R2Score of() {
        return new R2Score();
    }

    /// With one number for all outputs, made so; without any, a number for each.
    public R2Score classAggregation(Optional<Aggregation> aggregation) {
        return with(m -> m.classAggregation = aggregation);
    }

    /// Adjusted to so many independent variables. Default: 0, not adjusted.
    public R2Score numRegressors(int count) {
        if (count < 0) {
            throw HebbException.of("R2Score", "num_regressors is negative").received(count);
        }
        return with(m -> m.numRegressors = count);
    }

    @Override
    public void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        var p = Ranks.like(typed(yPred), yTrue).cast(s.dtype());
        var y = Ranks.like(yTrue, yPred).cast(s.dtype());
        if (p.rank() != 2 || !y.shape().matches(p.shape())) {
            throw HebbException.of("R2Score", "labels and predictions must have two axes")
                    .received("labels " + yTrue.shape() + ", predictions " + yPred.shape())
                    .expected("(batch, outputs)");
        }
        var given =
                weight.map(w -> w.cast(s.dtype())).map(w -> w.rank() == 1 ? w.expandDims(1) : w);
        var w = given.orElse(Tensor.scalar(1, s.dtype())).broadcastTo(y.shape());
        var weighted = y.mul(w);
        Tally.add(s, SAMPLES, Tensor.scalar(y.shape().size(), s.dtype()));
        Tally.add(s, SQUARES, y.mul(weighted).sum(0));
        Tally.add(s, SUM, weighted.sum(0));
        Tally.add(s, RESIDUAL, y.sub(p).square().mul(w).sum(0));
        Tally.add(s, COUNT, w.sum(0));
    }

    @Override
    public Tensor result(Scope s) {
        var sum = Tally.of(s, SUM);
        var total = Tally.of(s, SQUARES).sub(sum.mul(sum.div(Tally.of(s, COUNT))));
        var one = Tensor.scalar(1, s.dtype());
        var raw = one.sub(Tally.of(s, RESIDUAL).div(total));
        var isInfinite = raw.abs().equal(Double.POSITIVE_INFINITY);
        var scores = Tensor.where(isInfinite, Tensor.scalar(0, s.dtype()), raw);
        var score = classAggregation.map(a -> aggregated(a, scores, total)).orElse(scores);
        var free = Tally.of(s, SAMPLES).sub(1);
        var adjusted = one.sub(one.sub(score).mul(free).div(free.sub(numRegressors)));
        return numRegressors == 0
                ? score
                : Tensor.where(free.greater(numRegressors), adjusted, score);
    }

    private static Tensor aggregated(Aggregation how, Tensor scores, Tensor total) {
        return switch (how) {
            case UNIFORM_AVERAGE -> scores.mean();
            case VARIANCE_WEIGHTED_AVERAGE -> total.mul(scores).sum().div(total.sum());
        };
    }

    @Override
    public Options options() {
        return super.options()
                .optional(
                        "class_aggregation",
                        Aggregation.class,
                        classAggregation,
                        v -> classAggregation = v)
                .and("num_regressors", int.class, numRegressors, v -> numRegressors = v);
    }
}
