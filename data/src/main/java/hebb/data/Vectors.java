package hebb.data;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;

/// Samples as vectors.
public final class Vectors {
    private Vectors() {}

    /// Vectors along an axis divided by their length: `(Σ |x|^order)^(1 / order)`, the largest for
    /// an infinite order. What is all 0 stays. Keras: `normalize`, with `axis` -1 and `order` 2.
    public static Tensor normalized(Tensor x, int axis, double order) {
        var own = x.dtype().isFloating() ? x : x.cast(DType.FLOAT64);
        Tensor length;
        if (Double.isInfinite(order)) {
            length = own.abs().maxKeepDims(axis);
        } else if (order == 2) {
            length = own.square().sumKeepDims(axis).sqrt();
        } else {
            length = own.abs().pow(order).sumKeepDims(axis).pow(1 / order);
        }
        return own.div(Tensor.where(length.equal(0), Tensor.scalar(1, own.dtype()), length));
    }
}
