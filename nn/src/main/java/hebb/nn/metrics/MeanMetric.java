package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.math.Ranks;
import hebb.nn.math.SampleWeights;
import java.util.Optional;

/// The mean over the samples of a number for each. Keras: `MeanMetricWrapper`.
///
/// @param <S> the class itself
public abstract class MeanMetric<S extends MeanMetric<S>> extends Metric<S> {
    /// A metric of this name, until it is given another one, of which nobody knows which way is
    /// better.
    protected MeanMetric(String name) {
        super(name);
    }

    /// A metric of this name, until it is given another one.
    protected MeanMetric(String name, Direction better) {
        super(name, better);
    }

    /// A number for each sample, or several, of which the mean is taken: (batch, …). Labels and
    /// predictions have one number of axes, if they differed by a last one of length 1.
    protected abstract Tensor call(Tensor yTrue, Tensor yPred);

    /// What is measured, where that differs from what [#call] says.
    protected Tensor measure(Tensor yTrue, Tensor yPred) {
        return call(yTrue, yPred);
    }

    /// Which of the values that [#call] gave count (bool). Default: all.
    protected Optional<Tensor> valid(Tensor yTrue, Tensor values) {
        return Optional.empty();
    }

    @Override
    public final void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        var labels = Ranks.like(yTrue, yPred);
        var values = measure(labels, Ranks.like(typed(yPred), yTrue));
        var counts = masked(s, weight, s.mask(yPred));
        // as Keras: where nothing else is weighted, what does not count is a 0 in the mean
        RunningMean.add(
                s, values, counts.isEmpty() ? counts : masked(s, counts, valid(labels, values)));
    }

    private static Optional<Tensor> masked(
            Scope s, Optional<Tensor> weight, Optional<Tensor> mask) {
        return SampleWeights.masked(weight, mask.map(m -> m.cast(s.dtype())));
    }

    @Override
    public final Tensor result(Scope s) {
        return RunningMean.of(s);
    }
}
