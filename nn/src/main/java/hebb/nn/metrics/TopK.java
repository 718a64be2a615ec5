package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.math.Classes;

/// Whether a class is among those with the largest scores.
final class TopK {
    private TopK() {}

    /// 1 where fewer than `k` scores are larger than the one of the class that the label names (so
    /// that all which are equal to the k-th count), else 0. Of class numbers (batch, …) and scores
    /// (batch, …, classes).
    static Tensor hits(Tensor labels, Tensor scores, int k) {
        var zero = Tensor.scalar(0, scores.dtype());
        var own = Tensor.where(Classes.named(labels, scores), scores, zero).sum(-1);
        return scores.greater(own.expandDims(-1)).sum(-1).less(k).cast(DType.FLOAT32);
    }
}
