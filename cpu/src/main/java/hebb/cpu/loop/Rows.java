package hebb.cpu.loop;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.cpu.move.Strided;
import java.util.List;

/// A tensor seen as rows along some of its axes, one row for each position of the others.
///
/// - `count`, `length`: the number of rows and of elements in each
/// - `strided`: the elements row by row
record Rows(int count, int length, Strided strided) {
    static Rows of(Shape shape, List<Integer> along) {
        var own = shape.strides();
        var dims = new int[shape.rank()];
        var strides = new int[shape.rank()];
        int at = 0;
        int count = 1;
        int length = 1;
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (!along.contains(axis)) {
                count *= shape.dim(axis);
                strides[at] = own[axis];
                dims[at++] = shape.dim(axis);
            }
        }
        for (int axis : along) {
            length *= shape.dim(axis);
            strides[at] = own[axis];
            dims[at++] = shape.dim(axis);
        }
        return new Rows(count, length, Strided.of(Shape.of(dims), 0, strides));
    }

    /// Brings elements to `to`, as the bank of their type has them.
    Instruction load(DType dtype, int slot, Ref to) {
        return new Conversions.Load(dtype, slot, strided, to);
    }
}
