package hebb.nn.metrics;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.Norms;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A mean of precision and recall, `(1 + β²) · precision · recall / (β² · precision + recall)`, of
/// labels and predictions (batch, classes).
///
/// @param <S> the class itself
public abstract sealed class FScore<S extends FScore<S>> extends Metric<S>
        permits FBetaScore, F1Score {
    /// How the numbers of the classes become one.
    public enum Average {
        /// All classes are counted together.
        MICRO,
        /// Their mean.
        MACRO,
        /// Their mean, where each counts as often as it is the right one.
        WEIGHTED;

        /// Keras's name: `macro`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String WEIGHTS = "intermediate_weights";
    private static final double NOTHING = 1e-9;

    private Optional<Average> average = Optional.empty();
    private Optional<Double> threshold = Optional.empty();

    FScore(String name) {
        super(name, Direction.UP);
    }

    /// With one number for all classes. Default: one for each.
    public final S average(Average average) {
        return with(m -> ((FScore<?>) m).average = Optional.of(average));
    }

    /// With yes where predictions lie above this, more than 0 and up to 1. Default: for the largest
    /// of each sample.
    public final S threshold(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw HebbException.of(className(), "threshold is not between 0 and 1")
                    .received(threshold)
                    .expected("more than 0, up to 1");
        }
        return with(m -> ((FScore<?>) m).threshold = Optional.of(threshold));
    }

    /// How much more recall counts than precision.
    abstract double beta();

    @Override
    public final void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        if (yTrue.rank() != 2 || yPred.rank() != 2) {
            throw HebbException.of(className(), "labels and predictions must have two axes")
                    .received("labels " + yTrue.shape() + ", predictions " + yPred.shape())
                    .expected("(batch, classes)");
        }
        var p = said(yPred.cast(s.dtype()));
        var y = yTrue.cast(s.dtype());
        var counts = weight.map(w -> w.cast(s.dtype()).expandDims(1));
        add(s, Tally.TRUE_POSITIVES, p.mul(y), counts);
        add(s, Tally.FALSE_POSITIVES, p.mul(rest(y)), counts);
        add(s, Tally.FALSE_NEGATIVES, rest(p).mul(y), counts);
        add(s, WEIGHTS, y, counts);
    }

    private Tensor said(Tensor p) {
        var yes =
                threshold
                        .map(p::greater)
                        .orElseGet(() ->
                                p.greaterEqual(p.maxKeepDims(-1)).and(p.abs().greater(NOTHING)));
        return yes.cast(p.dtype());
    }

    private void add(Scope s, String name, Tensor values, Optional<Tensor> counts) {
        var all = average.equals(Optional.of(Average.MICRO));
        var axes = all ? IntStream.range(0, 2) : IntStream.of(0);
        Tally.add(s, name, counts.map(values::mul).orElse(values).sum(axes.toArray()));
    }

    private static Tensor rest(Tensor x) {
        return Tensor.scalar(1, x.dtype()).sub(x);
    }

    @Override
    public final Tensor result(Scope s) {
        var tp = Tally.of(s, Tally.TRUE_POSITIVES);
        var precision = tp.div(tp.add(Tally.of(s, Tally.FALSE_POSITIVES)).add(Norms.EPSILON));
        var recall = tp.div(tp.add(Tally.of(s, Tally.FALSE_NEGATIVES)).add(Norms.EPSILON));
        double square = beta() * beta();
        var sum = precision.mul(square).add(recall).add(Norms.EPSILON);
        var scores = precision.mul(recall).div(sum).mul(1 + square);
        return average.map(a -> averaged(a, scores, Tally.of(s, WEIGHTS))).orElse(scores);
    }

    private static Tensor averaged(Average average, Tensor scores, Tensor weights) {
        return switch (average) {
            case WEIGHTED -> scores.mul(weights.div(weights.sum().add(Norms.EPSILON))).sum();
            case MACRO, MICRO -> scores.mean();
        };
    }

    final Options average() {
        return Options.none().optional("average", Average.class, average, v -> average = v);
    }

    final Options threshold() {
        return Options.none().optional("threshold", Double.class, threshold, v -> threshold = v);
    }
}
