package hebb.data.format;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.UnreadableFile;
import hebb.core.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The bytes of a file, or of an entry of an archive, read in order; errors name the file and the
/// place. What a file claims to hold is compared with what is there before room is made for it.
final class Incoming implements AutoCloseable {
    // a deflated file that claims to hold more than this many times its size is counted first
    private static final int LIKELY_RATIO = 16;
    private static final long SMALL = 1 << 20;

    private final String name;
    private final long stored;
    private final boolean packed;
    private final Opening opening;
    private final InputStream in;
    private long position;

    /// Opens a stream of the content from its beginning.
    interface Opening {
        InputStream open() throws IOException;
    }

    /// @param stored how many bytes lie in the file
    /// @param packed whether the stream inflates them, so that it may give more
    Incoming(String name, long stored, boolean packed, Opening opening) {
        this.name = name;
        this.stored = stored;
        this.packed = packed;
        this.opening = opening;
        try {
            in = opening.open();
        } catch (IOException e) {
            throw UnreadableFile.of(name, e);
        }
    }

    /// A file as it is.
    static Incoming of(Path file) {
        return new Incoming(file.toString(), size(file), false, () -> Files.newInputStream(file));
    }

    /// A file, inflated if it begins as gzip does.
    static Incoming unpacked(Path file) {
        Opening plain = () -> Files.newInputStream(file);
        return unpacked(file.toString(), size(file), plain);
    }

    /// Bytes in memory, inflated if they begin as gzip does.
    static Incoming unpacked(String name, byte[] bytes) {
        return unpacked(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static Incoming unpacked(String name, long stored, Opening plain) {
        try (var in = plain.open()) {
            return in.read() == 0x1f && in.read() == 0x8b
                    ? new Incoming(
                            name, stored, true, () -> new GZIPInputStream(plain.open(), 1 << 16))
                    : new Incoming(name, stored, false, plain);
        } catch (IOException e) {
            throw UnreadableFile.of(name, e);
        }
    }

    static long size(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw HebbException.of(file.toString(), "this is a folder").expected("a file");
            }
            return Files.size(file);
        } catch (IOException e) {
            throw UnreadableFile.of(file, e);
        }
    }

    /// A tensor of the elements that follow.
    Tensor tensor(Element element, ByteOrder order, Shape shape) {
        int size = size(shape);
        require((long) size * element.bytes(), "a tensor of " + shape);
        try {
            return Tensor.filled(
                    new Spec(shape, element.dtype()),
                    array -> element.read(this, order, array, size));
        } catch (OutOfMemoryError e) { // one array that cannot be had does no harm
            throw HebbException.of(name, "the tensor does not fit into memory")
                    .received(new Spec(shape, element.dtype()))
                    .fix("give Java more memory: java -Xmx…")
                    .cause(e);
        }
    }

    private int size(Shape shape) {
        try {
            return shape.size();
        } catch (HebbException e) {
            throw e.within(place(position));
        }
    }

    /// Checks that `bytes` follow.
    void require(long bytes, String what) {
        long left = packed ? unpackedLeft(bytes) : stored - position;
        if (bytes > left) {
            throw damaged("the file is too short")
                    .received(left + " bytes")
                    .expected(bytes + " bytes for " + what);
        }
    }

    private long unpackedLeft(long wanted) {
        return wanted <= SMALL || wanted <= stored * LIKELY_RATIO
                ? wanted
                : unpackedSize() - position;
    }

    private long unpackedSize() {
        try (var again = opening.open()) {
            return again.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw UnreadableFile.of(name, e);
        }
    }

    /// The next `count` bytes.
    void read(byte[] into, int count) {
        int read;
        try {
            read = in.readNBytes(into, 0, count);
        } catch (IOException e) {
            throw damaged("the file is damaged").received(UnreadableFile.reason(e)).cause(e);
        }
        position += read;
        if (read < count) {
            throw damaged("the file is too short")
                    .received("its end")
                    .expected(count - read + " more bytes");
        }
    }

    /// The next `count` bytes, as a new array.
    byte[] read(int count, String what) {
        require(count, what);
        var bytes = new byte[count];
        read(bytes, count);
        return bytes;
    }

    /// Checks that nothing follows; of packed content, also its checksum.
    void end() {
        try {
            if (in.read() >= 0) {
                throw damaged("the file is too long").received("more bytes").expected("its end");
            }
        } catch (IOException e) {
            throw damaged("the file is damaged").received(UnreadableFile.reason(e)).cause(e);
        }
    }

    /// A fault at this place.
    HebbException damaged(String what) {
        return at(position, what);
    }

    /// A fault at another place.
    HebbException at(long place, String what) {
        return HebbException.of(place(place), what);
    }

    private String place(long place) {
        return name + " (byte " + place + ")";
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw UnreadableFile.of(name, e);
        }
    }
}
