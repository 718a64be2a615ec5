package hebb.io.hdf5;

import hebb.core.shape.HebbException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The bytes of a file, or a part of them, little-endian. Every read is checked against their end.
final class Region {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String file;
    private final MemorySegment bytes;
    private final long start;

    /// All bytes of a file; errors name it so.
    Region(String file, MemorySegment bytes) {
        this(file, bytes, 0);
    }

    private Region(String file, MemorySegment bytes, long start) {
        this.file = file;
        this.bytes = bytes;
        this.start = start;
    }

    String file() {
        return file;
    }

    long size() {
        return bytes.byteSize();
    }

    /// Where in the file it begins.
    long start() {
        return start;
    }

    /// This many bytes from there.
    ///
    /// @throws HebbException if they reach beyond the end
    Region slice(long offset, long length) {
        require(offset, length);
        return new Region(file, bytes.asSlice(offset, length), start + offset);
    }

    /// All from there on.
    Region from(long offset) {
        require(offset, 0);
        return slice(offset, size() - offset);
    }

    MemorySegment segment() {
        return bytes;
    }

    int u8(long offset) {
        require(offset, 1);
        return bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
    }

    int u16(long offset) {
        require(offset, 2);
        return bytes.get(SHORT, offset) & 0xffff;
    }

    /// Four bytes; more than 2³¹ - 1 is an error.
    int u32(long offset) {
        require(offset, 4);
        int value = bytes.get(INT, offset);
        if (value < 0) {
            throw wrong(offset, "a number is too large").received(value & 0xffffffffL);
        }
        return value;
    }

    /// Eight bytes; more than 2⁶³ - 1 comes out negative.
    long u64(long offset) {
        require(offset, 8);
        return bytes.get(LONG, offset);
    }

    /// A length of eight bytes, no longer than the file.
    long length(long offset) {
        long value = u64(offset);
        if (value < 0 || value > Integer.MAX_VALUE * 4L) {
            throw wrong(offset, "a length is too large")
                    .received(Long.toUnsignedString(value))
                    .expected("a length within the file");
        }
        return value;
    }

    boolean startsWith(String signature) {
        return size() >= signature.length() && text(0, signature.length()).equals(signature);
    }

    /// Latin letters of a fixed length.
    String text(long offset, int length) {
        return new String(array(offset, length), StandardCharsets.ISO_8859_1);
    }

    /// UTF-8 up to a zero byte, which must come.
    String name(long offset) {
        require(offset, 0);
        long end = offset;
        while (u8(end) != 0) {
            end++;
        }
        return new String(array(offset, Math.toIntExact(end - offset)), StandardCharsets.UTF_8);
    }

    byte[] array(long offset, int length) {
        require(offset, length);
        return bytes.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
    }

    private void require(long offset, long length) {
        if (offset < 0 || length < 0 || offset > size() - length) {
            throw wrong(
                            Math.clamp(offset, 0, size()),
                            "the file ends too early, or an offset is wrong")
                    .received(
                            Long.toUnsignedString(length)
                                    + " bytes from "
                                    + Long.toUnsignedString(start + offset))
                    .expected("bytes before " + (start + size()));
        }
    }

    /// The beginning of an error at that place.
    HebbException wrong(long offset, String what) {
        return HebbException.of(file + " (byte " + (start + offset) + ")", what);
    }
}
