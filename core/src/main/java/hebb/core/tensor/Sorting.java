package hebb.core.tensor;

import hebb.core.op.ArgSort;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// Elements in the order of their values, and elements by their positions along an axis.
final class Sorting {
    private Sorting() {}

    /// The positions of the elements along an axis, in order.
    static Tensor positions(Tensor x, int axis, boolean descending) {
        var last = last(x, axis);
        return last(Tensor.apply(new ArgSort(descending), last), axis);
    }

    static List<Tensor> largest(Tensor x, int k) {
        int axis = x.shape().axis(-1);
        int length = x.dim(axis);
        if (k < 0 || (length != Shape.UNKNOWN && k > length)) {
            throw HebbException.of("topK", "a row has no " + k + " largest elements")
                    .received(x.shape())
                    .expected("from 0 to as many as there are in a row");
        }
        var positions = positions(x, axis, true).slice(axis, 0, k);
        return List.of(takeAlong(x, positions, axis), positions);
    }

    static Tensor takeAlong(Tensor x, Tensor indices, int axis) {
        if (x.rank() != indices.rank()
                || !x.shape().drop(axis).matches(indices.shape().drop(axis))) {
            throw HebbException.of("takeAlong", "the indices do not have the tensor's other axes")
                    .received(indices.shape() + " for " + x.shape() + ", axis " + axis)
                    .expected("equal lengths of all other axes");
        }
        var rows = last(x, axis);
        var wanted = last(indices.cast(DType.INT64), axis);
        var spec = new Spec(wanted.shape().with(-1, 1), DType.INT64);
        // the number of each row, in the order in which they lie
        var starts = numbers(spec).mul(rows.dim(-1));
        return last(rows.reshape(-1).take(wanted.add(starts), 0), axis);
    }

    /// 0, 1, … in row-major order.
    private static Tensor numbers(Spec spec) {
        var numbers = Tensor.scalar(0, spec.dtype());
        for (int axis = 0; axis < spec.shape().rank(); axis++) {
            numbers = numbers.mul(spec.shape().dim(axis)).add(Tensor.iota(spec, axis));
        }
        return numbers;
    }

    /// With an axis exchanged with the last one.
    private static Tensor last(Tensor x, int axis) {
        return axis == x.rank() - 1 ? x : x.swapAxes(axis, -1);
    }
}
