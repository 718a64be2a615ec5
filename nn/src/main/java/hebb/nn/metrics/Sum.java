package hebb.nn.metrics;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;
import hebb.nn.math.SampleWeights;
import java.util.Optional;

/// The sum of values; among a model's metrics, that of its predictions.
public final class Sum extends Metric<Sum> {
    private Sum() {
        super("sum");
    }

    /// The sum.
    public static Sum of() {
        return new Sum();
    }

    /// Takes in values (batch, …), each as often as its sample's `weight` says.
    public void add(Scope s, Tensor values, Optional<Tensor> weight) {
        var batch = values.cast(s.dtype());
        var weighted = weight.map(w -> batch.mul(SampleWeights.spread(w, batch))).orElse(batch);
        s.update("total", result(s).add(weighted.sum()));
    }

    @Override
    public void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        add(s, yPred, weight);
    }

    @Override
    public Tensor result(Scope s) {
        return s.state("total", Shape.of(), Initializer.zeros());
    }
}
