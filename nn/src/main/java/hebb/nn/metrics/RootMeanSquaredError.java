package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.math.Ranks;
import java.util.Optional;

/// `√ mean((yPred - yTrue)²)`, over the whole epoch. As in Keras, a mask changes nothing.
public final class RootMeanSquaredError extends Metric<RootMeanSquaredError> {
    private RootMeanSquaredError() {
        super("root_mean_squared_error", Direction.DOWN);
    }

    /// The root of the mean.
    public static RootMeanSquaredError of() {
        return new RootMeanSquaredError();
    }

    @Override
    public void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        var predictions = Ranks.like(typed(yPred), yTrue);
        var labels = Ranks.like(yTrue, yPred).cast(predictions.dtype());
        var squares = predictions.sub(labels).square();
        RunningMean.add(s, squares, weight);
    }

    @Override
    public Tensor result(Scope s) {
        return RunningMean.of(s).sqrt();
    }
}
