package hebb.core.engine.reference;

import hebb.core.shape.DType;

/// A tensor's elements, whatever array holds them. Writing converts as [hebb.core.op.Cast] says.
sealed interface Elements permits Floats, Integers {
    static Elements of(DType dtype, Object array) {
        return switch (dtype) {
            case FLOAT32 -> new Floats.Float32s((float[]) array);
            case FLOAT64 -> new Floats.Float64s((double[]) array);
            case INT32 -> new Integers.Int32s((int[]) array);
            case INT64 -> new Integers.Int64s((long[]) array);
            case UINT8 -> new Integers.Uint8s((byte[]) array);
            case BOOL -> new Integers.Bools((byte[]) array);
        };
    }

    /// Writes a number of a floating type.
    void put(int index, double value);

    /// Writes a number of an integer type, or a bool as 0 or 1.
    void put(int index, long value);
}
