package hebb.io.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Little-endian bytes that grow as they are written.
@CanIgnoreReturnValue
final class Bytes {
    private ByteBuffer buffer = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    private ByteBuffer room(int count) {
        if (buffer.remaining() < count) {
            int size = Math.addExact(buffer.position(), count);
            buffer =
                    ByteBuffer.wrap(
                                    Arrays.copyOf(
                                            buffer.array(), Math.max(size, 2 * buffer.capacity())))
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .position(buffer.position());
        }
        return buffer;
    }

    Bytes u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    Bytes u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    Bytes u32(int value) {
        room(4).putInt(value);
        return this;
    }

    Bytes u64(long value) {
        room(8).putLong(value);
        return this;
    }

    Bytes ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    Bytes bytes(byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    Bytes zeros(int count) {
        return bytes(new byte[count]);
    }

    /// Zeros up to the next multiple of eight.
    Bytes align() {
        return zeros(-size() & 7);
    }

    int size() {
        return buffer.position();
    }

    byte[] toArray() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
