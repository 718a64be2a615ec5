package hebb.core.tensor;

import hebb.core.op.Broadcast;
import hebb.core.op.Gather;
import hebb.core.op.Pad;
import hebb.core.op.Reshape;
import hebb.core.op.Reverse;
import hebb.core.op.Slice;
import hebb.core.op.Transpose;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// How a tensor changes its shape, and gives parts of itself.
sealed interface Shaping permits Tensor {
    Tensor self();

    Shape shape();

    /// The same elements in row-major order under another shape; one length may be -1.
    default Tensor reshape(int... dims) {
        return reshape(Shape.of(dims));
    }

    /// The same elements in row-major order under another shape.
    default Tensor reshape(Shape shape) {
        return shape.equals(shape()) && shape.isKnown()
                ? self()
                : Tensor.apply(new Reshape(shape), self());
    }

    /// All elements along one axis.
    default Tensor flatten() {
        return reshape(-1);
    }

    /// With a new axis of length 1 at this place.
    default Tensor expandDims(int axis) {
        int rank = shape().rank();
        int at = axis < 0 ? axis + rank + 1 : axis;
        if (at < 0 || at > rank) {
            throw HebbException.of("expandDims", "there is no place " + axis + " for an axis")
                    .received(shape())
                    .expected("a place from " + (-rank - 1) + " to " + rank);
        }
        return reshape(shape().slice(0, at).append(1).append(shape().slice(at, rank).dims()));
    }

    /// Without these axes, which have length 1; without any named, all of them.
    default Tensor squeeze(int... axes) {
        var gone =
                axes.length > 0
                        ? Arrays.stream(axes).map(shape()::axis).boxed().toList()
                        : IntStream.range(0, shape().rank())
                                .filter(i -> shape().dim(i) == 1)
                                .boxed()
                                .toList();
        for (int axis : gone) {
            if (shape().dim(axis) != 1) {
                throw HebbException.of("squeeze", "axis " + axis + " is not of length 1")
                        .received(shape());
            }
        }
        return reshape(
                IntStream.range(0, shape().rank())
                        .filter(i -> !gone.contains(i))
                        .map(shape()::dim)
                        .toArray());
    }

    /// The axes in another order; without any named, in reverse order.
    default Tensor transpose(int... axes) {
        int rank = shape().rank();
        var order =
                axes.length == 0
                        ? IntStream.range(0, rank).map(i -> rank - 1 - i).boxed().toList()
                        : Arrays.stream(axes).map(shape()::axis).boxed().toList();
        return Tensor.apply(new Transpose(order), self());
    }

    /// Two axes exchanged.
    default Tensor swapAxes(int a, int b) {
        var order = new ArrayList<>(IntStream.range(0, shape().rank()).boxed().toList());
        Collections.swap(order, shape().axis(a), shape().axis(b));
        return Tensor.apply(new Transpose(order), self());
    }

    /// Repeated to a larger shape, by numpy's rule.
    default Tensor broadcastTo(Shape shape) {
        return shape.equals(shape()) ? self() : Tensor.apply(new Broadcast(shape), self());
    }

    /// Each element along an axis so many times, one behind the other. numpy: `repeat`.
    default Tensor repeat(int times, int axis) {
        int a = shape().axis(axis);
        int dim = shape().dim(a);
        if (times < 1) {
            throw HebbException.of("repeat", "times is not positive")
                    .received(times)
                    .expected("1 or more");
        }
        var apart =
                shape().slice(0, a + 1)
                        .append(times)
                        .append(shape().slice(a + 1, shape().rank()).dims());
        int length = dim == Shape.UNKNOWN ? dim : dim * times;
        return self().expandDims(a + 1).broadcastTo(apart).reshape(shape().with(a, length));
    }

    /// Positions `from` to before `to` of an axis; both count from the end if negative.
    default Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /// Positions `from` to the end of an axis.
    default Tensor sliceFrom(int axis, int from) {
        return slice(axis, from, Slice.END, 1);
    }

    /// Every `step`-th position from `from` to before `to` of an axis.
    default Tensor slice(int axis, int from, int to, int step) {
        int a = shape().axis(axis);
        int dim = shape().dim(a);
        var start = new ArrayList<>(Collections.nCopies(shape().rank(), 0));
        var stop = new ArrayList<>(Collections.nCopies(shape().rank(), Slice.END));
        var steps = new ArrayList<>(Collections.nCopies(shape().rank(), 1));
        start.set(a, from < 0 ? from + dim : from);
        stop.set(a, to < 0 ? to + dim : to);
        steps.set(a, step);
        return Tensor.apply(new Slice(start, stop, steps), self());
    }

    /// The part at one position of the first axis, which goes: `x[i]` in Python.
    default Tensor get(int index) {
        int i = index < 0 ? index + shape().dim(0) : index;
        return slice(0, i, i + 1).reshape(shape().drop(0));
    }

    /// With `value` around it: `low` and `high` elements before and behind, one number an axis.
    default Tensor pad(List<Integer> low, List<Integer> high, double value) {
        return Tensor.apply(Pad.around(low, high, value), self());
    }

    /// In reverse order along these axes.
    default Tensor reverse(int... axes) {
        return Tensor.apply(
                new Reverse(Arrays.stream(axes).map(shape()::axis).boxed().toList()), self());
    }

    /// The slices along an axis that the indices (integers of any shape) name.
    default Tensor take(Tensor indices, int axis) {
        var whole = indices.dtype() == DType.UINT8 ? indices.cast(DType.INT32) : indices;
        return Tensor.apply(new Gather(shape().axis(axis)), self(), whole);
    }

    /// For each position the element of its own row along an axis that `indices` names there, from
    /// 0; the other axes are those of this tensor. Keras: `ops.take_along_axis`.
    default Tensor takeAlong(Tensor indices, int axis) {
        return Sorting.takeAlong(self(), indices, shape().axis(axis));
    }

    /// Of integers, float32 rows with a one at each number's place and zeros elsewhere; of a number
    /// outside 0 to `depth`-1, all zeros. Keras: `to_categorical`, `ops.one_hot`.
    default Tensor oneHot(int depth) {
        var classes = Tensor.iota(new Spec(Shape.of(depth), DType.INT64), 0);
        return self().expandDims(-1).cast(DType.INT64).equal(classes).cast(DType.FLOAT32);
    }
}
