package hebb.io.hdf5;

/// The element types that are written, as HDF5 describes them (file format 3.0, IV.A.2.d).
enum Datatype {
    FLOAT32(4, 0x11, 0x1f20, 0, 32, 23, 8, 0, 23, 127),
    FLOAT64(8, 0x11, 0x3f20, 0, 64, 52, 11, 0, 52, 1023),
    INT32(4, 0x10, 0x08, 0, 32),
    INT64(8, 0x10, 0x08, 0, 64),
    UINT8(1, 0x10, 0x00, 0, 8),
    /// As h5py writes numpy's bool: an enumeration of int8.
    BOOL(1, 0x18, 2),
    /// A variable-length UTF-8 string: its length and where it lies in a global heap.
    STRING(16, 0x19, 0x0101);

    private final int size;
    private final int version;
    private final int bits;
    private final int[] properties;

    Datatype(int size, int version, int bits, int... properties) {
        this.size = size;
        this.version = version;
        this.bits = bits;
        this.properties = properties;
    }

    /// Bytes an element takes in the file.
    int size() {
        return size;
    }

    /// The datatype message.
    byte[] message() {
        var out = new Bytes().u8(version).u16(bits).u8(0).u32(size);
        switch (this) {
            case FLOAT32, FLOAT64 ->
                    out.u16(properties[0])
                            .u16(properties[1])
                            .u8(properties[2])
                            .u8(properties[3])
                            .u8(properties[4])
                            .u8(properties[5])
                            .u32(properties[6]);
            case INT32, INT64, UINT8 -> out.u16(properties[0]).u16(properties[1]);
            case BOOL ->
                    out.u8(0x10)
                            .u16(0x08)
                            .u8(0)
                            .u32(1)
                            .u16(0)
                            .u16(8)
                            .ascii("FALSE")
                            .zeros(3)
                            .ascii("TRUE")
                            .zeros(4)
                            .u8(0)
                            .u8(1);
            // the base type of a variable-length string is an unsigned byte
            case STRING -> out.u8(0x10).u16(0).u8(0).u32(1).u16(0).u16(8);
        }
        return out.toArray();
    }
}
