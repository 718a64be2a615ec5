package hebb.core.shape;

import java.util.Locale;

/// The type of a tensor's elements, and the Java array that stores them.
///
/// | type | stored in |
/// |---|---|
/// | `FLOAT32` (default) | `float[]` |
/// | `FLOAT64` | `double[]` |
/// | `INT32` | `int[]` |
/// | `INT64` | `long[]` |
/// | `UINT8` | `byte[]`, read unsigned |
/// | `BOOL` | `byte[]`, 0 or 1 |
public enum DType {
    FLOAT32(4),
    FLOAT64(8),
    INT32(4),
    INT64(8),
    UINT8(1),
    BOOL(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes an element takes.
    public int bytes() {
        return bytes;
    }

    /// Whether it is `FLOAT32` or `FLOAT64`: the types that have gradients.
    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /// A new array of `size` zeros, of the class in the table above.
    public Object array(int size) {
        return switch (this) {
            case FLOAT32 -> new float[size];
            case FLOAT64 -> new double[size];
            case INT32 -> new int[size];
            case INT64 -> new long[size];
            case UINT8, BOOL -> new byte[size];
        };
    }

    /// The smallest type of this list that holds both: bool, uint8, int32, int64, float32, float64.
    public DType promote(DType other) {
        return rank() >= other.rank() ? this : other;
    }

    private int rank() {
        return switch (this) {
            case BOOL -> 0;
            case UINT8 -> 1;
            case INT32 -> 2;
            case INT64 -> 3;
            case FLOAT32 -> 4;
            case FLOAT64 -> 5;
        };
    }

    /// The type of that name, as Keras writes it: `float32`, `bool`.
    ///
    /// @throws HebbException if there is none
    public static DType parse(String name) {
        for (var type : values()) {
            if (type.toString().equals(name)) {
                return type;
            }
        }
        throw HebbException.of("DType", "there is no element type of that name")
                .received("'" + name + "'")
                .expected("float32, float64, int32, int64, uint8 or bool");
    }

    /// Keras's and numpy's name: `float32`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
