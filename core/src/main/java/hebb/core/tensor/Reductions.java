package hebb.core.tensor;

import hebb.core.op.ArgReduce;
import hebb.core.op.MatMul;
import hebb.core.op.Reduce;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What a tensor computes over axes: sums, means, extremes, products. Without axes named, over all
/// of them.
///
/// The axes go; the methods that end in `KeepDims` keep them with length 1, so that the result
/// broadcasts against the tensor.
sealed interface Reductions permits Tensor {
    Tensor self();

    Shape shape();

    default Tensor sum(int... axes) {
        return squeezed(sumKeepDims(axes), axes);
    }

    default Tensor sumKeepDims(int... axes) {
        var x = self();
        boolean narrow = x.dtype() == DType.BOOL || x.dtype() == DType.UINT8;
        return reduce(Reduce.Kind.SUM, narrow ? x.cast(DType.INT32) : x, axes);
    }

    /// The arithmetic mean; of integers in float32.
    default Tensor mean(int... axes) {
        return squeezed(meanKeepDims(axes), axes);
    }

    default Tensor meanKeepDims(int... axes) {
        var x = self().dtype().isFloating() ? self() : self().cast(DType.FLOAT32);
        return x.sumKeepDims(axes).div(count(axes));
    }

    /// The mean squared distance from the mean.
    default Tensor variance(int... axes) {
        var centred = self().sub(meanKeepDims(axes));
        return centred.square().mean(axes);
    }

    /// The square root of the variance.
    default Tensor std(int... axes) {
        return variance(axes).sqrt();
    }

    /// The product.
    default Tensor prod(int... axes) {
        return squeezed(reduce(Reduce.Kind.PROD, self(), axes), axes);
    }

    /// The largest; NaN if one is.
    default Tensor max(int... axes) {
        return squeezed(maxKeepDims(axes), axes);
    }

    default Tensor maxKeepDims(int... axes) {
        return reduce(Reduce.Kind.MAX, self(), axes);
    }

    /// The smallest; NaN if one is.
    default Tensor min(int... axes) {
        return squeezed(reduce(Reduce.Kind.MIN, self(), axes), axes);
    }

    /// Whether all hold (bool).
    default Tensor all(int... axes) {
        return min(axes);
    }

    /// Whether one holds (bool).
    default Tensor any(int... axes) {
        return max(axes);
    }

    /// The position (int32) of the largest along an axis.
    default Tensor argMax(int axis) {
        return Tensor.apply(new ArgReduce(ArgReduce.Kind.ARGMAX, shape().axis(axis)), self());
    }

    /// The position (int32) of the smallest along an axis.
    default Tensor argMin(int axis) {
        return Tensor.apply(new ArgReduce(ArgReduce.Kind.ARGMIN, shape().axis(axis)), self());
    }

    /// The matrix product over the last two axes; leading axes broadcast. A tensor of one axis is a
    /// row on the left and a column on the right, as in numpy.
    default Tensor matmul(Tensor other) {
        var a = self();
        if (a.rank() == 0 || other.rank() == 0) {
            throw HebbException.of("matmul", "a number without axes is no matrix")
                    .received(a.shape() + " and " + other.shape())
                    .fix("x.mul(y)");
        }
        if (a.rank() == 1) {
            return a.expandDims(0).matmul(other).squeeze(other.rank() == 1 ? -1 : -2);
        }
        if (other.rank() == 1) {
            return a.matmul(other.expandDims(1)).squeeze(-1);
        }
        var type = a.dtype().promote(other.dtype());
        var floating = type.isFloating() ? type : DType.FLOAT64;
        return Tensor.apply(MatMul.PLAIN, a.cast(floating), other.cast(floating)).cast(type);
    }

    // ---- in order

    /// The positions (int32) of the elements along an axis in the order of their values, the
    /// smallest first; equals keep their order, NaN comes last. Keras: `ops.argsort`.
    default Tensor argsort(int axis) {
        return Sorting.positions(self(), shape().axis(axis), false);
    }

    /// The elements along an axis in the order of their values, the smallest first. Keras:
    /// `ops.sort`.
    default Tensor sort(int axis) {
        return self().takeAlong(argsort(axis), axis);
    }

    /// The `k` largest elements of each row of the last axis, the largest first, and their
    /// positions (int32); of equals the first come first. Keras: `ops.top_k`.
    ///
    /// @throws HebbException if a row is shorter
    default List<Tensor> topK(int k) {
        return Sorting.largest(self(), k);
    }

    private double count(int... axes) {
        var reduced = axes.length == 0 ? IntStream.range(0, shape().rank()).toArray() : axes;
        long count = 1;
        for (int axis : reduced) {
            // of an unknown axis the count does not matter: such a recording never runs
            count *= Math.max(shape().dim(axis), shape().dim(axis) == Shape.UNKNOWN ? 1 : 0);
        }
        return (double) count;
    }

    private static Tensor reduce(Reduce.Kind kind, Tensor x, int... axes) {
        int[] reduced = axes.length == 0 ? IntStream.range(0, x.rank()).toArray() : axes;
        var sorted = Arrays.stream(reduced).map(x.shape()::axis).sorted().boxed().toList();
        if (sorted.isEmpty()) {
            return x;
        }
        // a batch's sum is made of its samples' sums: see Reduce.of
        if (kind == Reduce.Kind.SUM && sorted.size() > 1 && sorted.getFirst() == 0) {
            var samples = Tensor.apply(new Reduce(kind, sorted.subList(1, sorted.size())), x);
            return Tensor.apply(new Reduce(kind, sorted.subList(0, 1)), samples);
        }
        return Tensor.apply(new Reduce(kind, sorted), x);
    }

    private Tensor squeezed(Tensor reduced, int... axes) {
        if (shape().rank() == 0) {
            return reduced;
        }
        return axes.length == 0 ? reduced.reshape(Shape.of()) : reduced.squeeze(axes);
    }
}
