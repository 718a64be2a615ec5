package hebb.io.hdf5;

import java.lang.reflect.Array;
import java.util.List;

/// Numbers and their shape.
record Hdf5Data(Object array, List<Integer> shape, boolean bool) {
    Hdf5Data {
        long size = shape.stream().mapToLong(d -> d).reduce(1, (a, b) -> a * b);
        if (size != Array.getLength(array)) {
            throw new IllegalArgumentException(
                    Array.getLength(array) + " elements for the shape " + shape);
        }
    }

    Datatype type() {
        return switch (array) {
            case float[] _ -> Datatype.FLOAT32;
            case double[] _ -> Datatype.FLOAT64;
            case int[] _ -> Datatype.INT32;
            case long[] _ -> Datatype.INT64;
            case byte[] _ -> bool ? Datatype.BOOL : Datatype.UINT8;
            default ->
                    throw new IllegalArgumentException(
                            "not an array of numbers: " + array.getClass());
        };
    }

    long bytes() {
        return (long) Array.getLength(array) * type().size();
    }
}
