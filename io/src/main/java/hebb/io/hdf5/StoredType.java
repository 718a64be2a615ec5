package hebb.io.hdf5;

import org.jspecify.annotations.Nullable;

/// The element types that are read.
enum StoredType {
    FLOAT32(4),
    FLOAT64(8),
    FLOAT16(2),
    INT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    UINT8(1),
    UINT16(2),
    UINT32(4),
    UINT64(8),
    BOOL(1),
    /// Of a length that the datatype message gives.
    FIXED_STRING(0),
    /// Length, and where it lies in a global heap.
    STRING(16);

    private static final int FIXED_POINT = 0;
    private static final int FLOATING_POINT = 1;
    private static final int TEXT = 3;
    private static final int ENUMERATION = 8;
    private static final int VARIABLE_LENGTH = 9;

    private final int bytes;

    StoredType(int bytes) {
        this.bytes = bytes;
    }

    /// How long an element is, where the message says `stored`.
    long bytes(int stored) {
        return this == FIXED_STRING ? stored : bytes;
    }

    /// What a datatype message says.
    static StoredType of(Region message) {
        int kind = message.u8(0) & 0x0f;
        int bits = message.u8(1);
        int size = message.u32(4);
        boolean bigEndian = (bits & 1) != 0;
        var type =
                switch (kind) {
                    case FIXED_POINT -> bigEndian && size > 1 ? null : whole(size, (bits & 8) != 0);
                    case FLOATING_POINT -> bigEndian ? null : real(size, message);
                    case TEXT -> FIXED_STRING;
                    case ENUMERATION -> size == 1 ? BOOL : null;
                    case VARIABLE_LENGTH -> (bits & 0x0f) == 1 ? STRING : null;
                    default -> null;
                };
        if (type == null) {
            throw message.wrong(0, "elements of a type that is not read")
                    .received("HDF5 datatype class " + kind + " of " + size + " bytes")
                    .expected("little-endian numbers, bool or text");
        }
        return type;
    }

    private static @Nullable StoredType whole(int size, boolean signed) {
        return switch (size) {
            case 1 -> signed ? INT8 : UINT8;
            case 2 -> signed ? INT16 : UINT16;
            case 4 -> signed ? INT32 : UINT32;
            case 8 -> signed ? INT64 : UINT64;
            default -> null;
        };
    }

    private static @Nullable StoredType real(int size, Region message) {
        int exponentBits = message.u8(13);
        return switch (size) {
            case 2 -> exponentBits == 5 ? FLOAT16 : null;
            case 4 -> exponentBits == 8 ? FLOAT32 : null;
            case 8 -> exponentBits == 11 ? FLOAT64 : null;
            default -> null;
        };
    }
}
