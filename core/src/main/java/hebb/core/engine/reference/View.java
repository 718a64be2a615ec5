package hebb.core.engine.reference;

import hebb.core.shape.Broadcasting;
import hebb.core.shape.Shape;

/// A way to read or write an array as a tensor: the element at coordinates (i, j, …) lies at
/// `offset + i · strides[0] + j · strides[1] + …`.
@SuppressWarnings("ArrayRecordComponent") // never compared
record View(Shape shape, int offset, int[] strides) {
    /// A tensor of shape `from` repeated to shape `to`.
    static View broadcast(Shape from, Shape to) {
        return new View(to, 0, Broadcasting.strides(from, to));
    }

    /// Where each element lies, in row-major order of the coordinates.
    int[] places() {
        var places = new int[shape.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(i);
        }
        return places;
    }

    private int place(int number) {
        int place = offset;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            place += number % shape.dim(axis) * strides[axis];
            number /= shape.dim(axis);
        }
        return place;
    }
}
