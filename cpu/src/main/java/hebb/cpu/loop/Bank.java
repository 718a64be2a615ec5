package hebb.cpu.loop;

import hebb.core.shape.DType;

/// The three types that a loop computes in.
///
/// bool is computed as the floats 0 and 1: then a comparison and a choice between floats are vector
/// code of one element size. Integers travel as longs and are cut to their type after each
/// operation.
enum Bank {
    FLOATS(DType.FLOAT32),
    DOUBLES(DType.FLOAT64),
    LONGS(DType.INT64);

    /// The type whose tensors are stored as the bank's registers are.
    final DType dtype;

    Bank(DType dtype) {
        this.dtype = dtype;
    }

    static Bank of(DType dtype) {
        return switch (dtype) {
            case FLOAT32, BOOL -> FLOATS;
            case FLOAT64 -> DOUBLES;
            case INT32, INT64, UINT8 -> LONGS;
        };
    }

    /// Whether tensors of that type can be read and written where they lie.
    boolean stores(DType type) {
        return dtype == type;
    }
}
