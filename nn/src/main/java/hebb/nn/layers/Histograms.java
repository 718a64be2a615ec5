package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;

/// How often whole numbers occur, and sums over them.
final class Histograms {
    private Histograms() {}

    /// Of numbers `(rows, …)` from 0 to `bins` - 1, how often each occurs in its row: `(rows,
    /// bins)`. Each number is two digits, so that rows of all first and all second digits need not
    /// be as long as `bins`.
    static Tensor counts(Tensor numbers, int bins, DType type) {
        int base = (int) Math.ceil(Math.sqrt(bins));
        var wide = numbers.cast(DType.INT32).reshape(numbers.dim(0), -1);
        var second = wide.mod(base);
        var first = wide.sub(second).cast(type).div(base).cast(DType.INT32);
        var firsts = first.oneHot(base).cast(type).swapAxes(1, 2);
        var counts = firsts.matmul(second.oneHot(base).cast(type));
        return counts.reshape(-1, base * base).slice(1, 0, bins);
    }

    /// The sums of all bins up to each: `(rows, bins)`.
    static Tensor sums(Tensor counts) {
        int bins = counts.dim(-1);
        var spec = new Spec(Shape.of(bins, bins), DType.INT32);
        var upTo = Tensor.iota(spec, 0).lessEqual(Tensor.iota(spec, 1)).cast(counts.dtype());
        return counts.matmul(upTo);
    }
}
