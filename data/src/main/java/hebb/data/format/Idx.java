package hebb.data.format;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// IDX, the format of the MNIST files: one tensor, big-endian, of at most 255 axes.
///
/// Unsigned bytes are read as uint8; signed bytes and 16-bit integers as int32; the others as they
/// are. Described by Yann LeCun at yann.lecun.com/exdb/mnist.
public final class Idx {
    private Idx() {}

    /// The tensor in a file, which may be packed by gzip.
    ///
    /// @throws HebbException if there is no such file, or it is damaged
    public static Tensor read(Path file) {
        try (var in = Incoming.unpacked(file)) {
            return read(in);
        }
    }

    /// The tensor in these bytes, which may be packed by gzip; errors call them `name`.
    ///
    /// @throws HebbException if they are damaged
    public static Tensor read(String name, byte[] bytes) {
        try (var in = Incoming.unpacked(name, bytes)) {
            return read(in);
        }
    }

    private static Tensor read(Incoming in) {
        var magic = in.read(4, "the head of an IDX file");
        if (magic[0] != 0 || magic[1] != 0) {
            throw in.at(0, "this is no IDX file")
                    .received("%02x %02x".formatted(magic[0], magic[1]))
                    .expected("00 00");
        }
        var element = element(in, magic[2]);
        var dims = new int[magic[3] & 0xff];
        var lengths = ByteBuffer.wrap(in.read(4 * dims.length, dims.length + " lengths of axes"));
        for (int i = 0; i < dims.length; i++) {
            dims[i] = lengths.getInt();
            if (dims[i] < 0) {
                throw in.at(4 + 4L * i, "the length of an axis is too large")
                        .received(Integer.toUnsignedLong(dims[i]))
                        .expected("at most " + Integer.MAX_VALUE);
            }
        }
        var tensor = in.tensor(element, ByteOrder.BIG_ENDIAN, Shape.of(dims));
        in.end();
        return tensor;
    }

    private static Element element(Incoming in, byte code) {
        return switch (code) {
            case 0x08 -> Element.UINT8;
            case 0x09 -> Element.INT8;
            case 0x0b -> Element.INT16;
            case 0x0c -> Element.INT32;
            case 0x0d -> Element.FLOAT32;
            case 0x0e -> Element.FLOAT64;
            default ->
                    throw in.at(2, "there is no element type of that code")
                            .received("%02x".formatted(code))
                            .expected("08, 09, 0b, 0c, 0d or 0e");
        };
    }

    /// Writes a tensor of uint8, int32, float32 or float64; packed by gzip if the name ends in
    /// `.gz`.
    ///
    /// @throws HebbException if the type is another, or the file cannot be written
    public static void write(Path file, Tensor tensor) {
        var head = ByteBuffer.allocate(4 + 4 * tensor.rank());
        head.put(2, code(tensor.dtype())).put(3, (byte) tensor.rank()).position(4);
        tensor.shape().stream().forEach(head::putInt);
        NewFile.write(
                file,
                out -> {
                    var packed =
                            file.toString().endsWith(".gz")
                                    ? new GZIPOutputStream(out, 1 << 16)
                                    : out;
                    packed.write(head.array());
                    Element.write(tensor, ByteOrder.BIG_ENDIAN, packed);
                    packed.close();
                });
    }

    private static byte code(DType dtype) {
        return switch (dtype) {
            case UINT8 -> 0x08;
            case INT32 -> 0x0c;
            case FLOAT32 -> 0x0d;
            case FLOAT64 -> 0x0e;
            case INT64, BOOL ->
                    throw HebbException.of("Idx.write", "IDX has no code for this element type")
                            .received(dtype)
                            .expected("uint8, int32, float32 or float64")
                            .fix("x.cast(DType.INT32)");
        };
    }
}
