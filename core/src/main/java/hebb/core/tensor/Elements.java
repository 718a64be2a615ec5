package hebb.core.tensor;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import java.util.Arrays;

/// Single elements of the arrays in which tensors keep their values.
final class Elements {
    private Elements() {}

    /// The element as a double; an int64 beyond 2⁵³ is rounded.
    static double read(Object data, DType dtype, int index) {
        return switch (dtype) {
            case FLOAT32 -> ((float[]) data)[index];
            case FLOAT64 -> ((double[]) data)[index];
            case INT32 -> ((int[]) data)[index];
            case INT64 -> (double) ((long[]) data)[index];
            case UINT8 -> ((byte[]) data)[index] & 0xff;
            case BOOL -> ((byte[]) data)[index];
        };
    }

    /// The number in row-major order of the element at these positions.
    static int index(Shape shape, int... position) {
        if (position.length != shape.rank()) {
            throw HebbException.of("Tensor.at", "one position for each axis is needed")
                    .received(Arrays.toString(position))
                    .expected(shape.rank() + " positions, for " + shape);
        }
        int index = 0;
        for (int i = 0; i < position.length; i++) {
            int dim = shape.dim(i);
            int p = position[i] < 0 ? position[i] + dim : position[i];
            if (p < 0 || p >= dim) {
                throw HebbException.of("Tensor.at", "the position lies outside axis " + i)
                        .received(position[i])
                        .expected("from " + -dim + " to " + (dim - 1));
            }
            index = index * dim + p;
        }
        return index;
    }
}
