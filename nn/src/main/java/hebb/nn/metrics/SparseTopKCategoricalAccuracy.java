package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// How often the class that the label names is among the `k` largest predictions.
///
/// Defaults: `k` 5; predictions are scores of all classes. With `fromSortedIds` they are class
/// numbers, the likeliest first.
public final class SparseTopKCategoricalAccuracy extends MeanMetric<SparseTopKCategoricalAccuracy> {
    private int k = 5;
    private boolean fromSortedIds;

    private SparseTopKCategoricalAccuracy() {
        super("sparse_top_k_categorical_accuracy", Direction.UP);
    }

    /// Among the 5 largest.
    public static SparseTopKCategoricalAccuracy of() {
        return new SparseTopKCategoricalAccuracy();
    }

    /// Among the `k` largest.
    public static SparseTopKCategoricalAccuracy of(int k) {
        return new SparseTopKCategoricalAccuracy().k(k);
    }

    /// Among the `k` largest. Default: 5.
    public SparseTopKCategoricalAccuracy k(int k) {
        int count = Require.positive("SparseTopKCategoricalAccuracy", "k", k);
        return with(m -> m.k = count);
    }

    /// Whether predictions are class numbers, the likeliest first. Default: they are scores.
    public SparseTopKCategoricalAccuracy fromSortedIds(boolean fromSortedIds) {
        return with(m -> m.fromSortedIds = fromSortedIds);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        if (!fromSortedIds) {
            return TopK.hits(yTrue, yPred, k);
        }
        var first = yPred.slice(-1, 0, Math.min(k, yPred.dim(-1)));
        return yTrue.expandDims(-1).cast(first.dtype()).equal(first).any(-1).cast(DType.FLOAT32);
    }

    @Override
    public Options options() {
        return super.options()
                .and("k", int.class, k, v -> k = v)
                .and("from_sorted_ids", boolean.class, fromSortedIds, v -> fromSortedIds = v);
    }
}
