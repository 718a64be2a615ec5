package hebb.data.format;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.data.text.Strings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// numpy's format for one array, as `np.save` writes it: versions 1 to 3, any byte order, C and
/// Fortran order.
///
/// bool, uint8, int32, int64, float32 and float64 are read as they are, float16 as float32, int8
/// and 16-bit integers as int32, uint32 as int64. Python objects, strings, complex numbers and
/// records are refused. The format is NEP 1 of numpy.
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 10_000; // numpy's own limit
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /// The tensor in a file.
    ///
    /// @throws HebbException if there is no such file, it is damaged, or its elements are no
    ///   numbers
    public static Tensor read(Path file) {
        try (var in = Incoming.of(file)) {
            return read(in);
        }
    }

    static Tensor read(Incoming in) {
        var header = header(in);
        var shape = header.shape();
        if (!header.fortran() || shape.rank() < 2) {
            var tensor = in.tensor(header.element(in), header.order(), shape);
            in.end();
            return tensor;
        }
        int last = shape.rank() - 1;
        var reversed = IntStream.rangeClosed(0, last).map(i -> shape.dim(last - i)).toArray();
        var tensor = in.tensor(header.element(in), header.order(), Shape.of(reversed));
        in.end();
        return tensor.transpose();
    }

    /// Whether the elements of a file are texts.
    ///
    /// @throws HebbException if there is no such file, or it is damaged
    public static boolean holdsTexts(Path file) {
        try (var in = Incoming.of(file)) {
            return header(in).letters().isPresent();
        }
    }

    /// The texts in a file, numpy's unicode strings.
    ///
    /// @throws HebbException if there is no such file, it is damaged, or its elements are no texts
    public static Strings readTexts(Path file) {
        try (var in = Incoming.of(file)) {
            var header = header(in);
            var letters = header.letters();
            if (letters.isEmpty() || (header.fortran() && header.shape().rank() > 1)) {
                throw in.at(header.place(), "the elements are no texts in row-major order")
                        .received("'" + header.type() + "'")
                        .expected("U and a number")
                        .fix("in Python: np.save(file, np.array(texts))");
            }
            int width = letters.getAsInt();
            var codes = header.shape().append(width);
            var numbers = in.tensor(Element.INT32, header.order(), codes).toInts();
            in.end();
            return new Strings(header.shape(), texts(numbers, width, header.shape().size(), in));
        }
    }

    private static List<String> texts(int[] codes, int width, int count, Incoming in) {
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            int length = width;
            while (length > 0 && codes[i * width + length - 1] == 0) {
                length--; // shorter ones are filled up with zeros
            }
            try {
                texts.add(new String(codes, i * width, length));
            } catch (IllegalArgumentException e) {
                throw in.at(0, "a text holds a letter that there is not")
                        .received("text " + i)
                        .cause(e);
            }
        }
        return texts;
    }

    /// Lists of whole numbers, kept as an array of objects.
    static List<int[]> readLists(Incoming in) {
        var length = headerLength(in);
        int count = NpyHeader.objects(in.read(length.size(), "the header"), in, length.place());
        var rows = new Unpickler(in).rows();
        in.end();
        if (rows.size() != count) {
            throw in.damaged("the header tells of another number of lists")
                    .received(rows.size())
                    .expected(count);
        }
        return rows;
    }

    /// How long a header is, and where it begins.
    private record Length(int size, long place) {}

    private static NpyHeader header(Incoming in) {
        var length = headerLength(in);
        return NpyHeader.parse(in.read(length.size(), "the header"), in, length.place());
    }

    private static Length headerLength(Incoming in) {
        var magic = in.read(8, "the head of an .npy file");
        if (!Arrays.equals(magic, 0, 6, MAGIC, 0, 6)) {
            throw in.at(0, "this is no .npy file")
                    .received(HexFormat.ofDelimiter(" ").formatHex(magic, 0, 6))
                    .expected("93 4e 55 4d 50 59, as numpy's files begin");
        }
        int version = magic[6];
        if (version < 1 || version > 3 || magic[7] != 0) {
            throw in.at(6, "there is no such version of the format")
                    .received(version + "." + magic[7])
                    .expected("1.0, 2.0 or 3.0");
        }
        var lengthBytes = in.read(version == 1 ? 2 : 4, "the length of the header");
        var length =
                ByteBuffer.wrap(Arrays.copyOf(lengthBytes, 4))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt();
        if (length < 0 || length > LONGEST_HEADER) {
            throw in.at(8, "the header is too long")
                    .received(Integer.toUnsignedLong(length) + " bytes")
                    .expected("at most " + LONGEST_HEADER);
        }
        return new Length(length, 8L + lengthBytes.length);
    }

    /// Writes a tensor as numpy writes it.
    ///
    /// @throws HebbException if the file cannot be written
    public static void write(Path file, Tensor tensor) {
        NewFile.write(file, out -> write(tensor, out));
    }

    static void write(Tensor tensor, OutputStream out) throws IOException {
        out.write(head(tensor));
        Element.write(tensor, ByteOrder.LITTLE_ENDIAN, out);
    }

    /// How many bytes [#write(Tensor, OutputStream)] writes.
    static long size(Tensor tensor) {
        return head(tensor).length + (long) tensor.size() * tensor.dtype().bytes();
    }

    private static byte[] head(Tensor tensor) {
        var header = NpyHeader.of(tensor.dtype(), tensor.shape());
        int start = MAGIC.length + 4;
        int size = Math.ceilDiv(start + header.length + 1, ALIGNMENT) * ALIGNMENT;
        var head = new byte[size];
        Arrays.fill(head, (byte) ' ');
        ByteBuffer.wrap(head)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) (size - start))
                .put(header)
                .put(size - 1, (byte) '\n');
        return head;
    }
}
