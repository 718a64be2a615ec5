package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.Optional;

/// The mean of values; among a model's metrics, that of its predictions.
public final class Mean extends Metric<Mean> {
    private Mean() {
        super("mean");
    }

    /// The mean.
    public static Mean of() {
        return new Mean();
    }

    /// Takes in values (batch, …), of which each sample's mean counts, as much as `weight` says.
    public void add(Scope s, Tensor values, Optional<Tensor> weight) {
        RunningMean.add(s, values, weight);
    }

    @Override
    public void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        add(s, yPred, weight);
    }

    @Override
    public Tensor result(Scope s) {
        return RunningMean.of(s);
    }
}
