package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// How often the place of the largest label (one-hot labels) is among the `k` largest predictions.
/// Default: `k` 5.
public final class TopKCategoricalAccuracy extends MeanMetric<TopKCategoricalAccuracy> {
    private int k = 5;

    private TopKCategoricalAccuracy() {
        super("top_k_categorical_accuracy", Direction.UP);
    }

    /// Among the 5 largest.
    public static TopKCategoricalAccuracy of() {
        return new TopKCategoricalAccuracy();
    }

    /// Among the `k` largest.
    public static TopKCategoricalAccuracy of(int k) {
        return new TopKCategoricalAccuracy().k(k);
    }

    /// Among the `k` largest. Default: 5.
    public TopKCategoricalAccuracy k(int k) {
        int count = Require.positive("TopKCategoricalAccuracy", "k", k);
        return with(m -> m.k = count);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return TopK.hits(yTrue.argMax(-1), yPred, k);
    }

    @Override
    public Options options() {
        return super.options().and("k", int.class, k, v -> k = v);
    }
}
