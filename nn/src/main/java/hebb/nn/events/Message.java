package hebb.nn.events;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A message in the form of Protocol Buffers, field by field.
final class Message {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message with(int field, double value) {
        varint(tag(field, FIXED64));
        out.writeBytes(little(8).putDouble(value).array());
        return this;
    }

    Message with(int field, float value) {
        varint(tag(field, FIXED32));
        out.writeBytes(little(4).putFloat(value).array());
        return this;
    }

    Message with(int field, long value) {
        varint(tag(field, VARINT));
        varint(value);
        return this;
    }

    Message with(int field, String text) {
        return with(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message with(int field, Message inner) {
        return with(field, inner.bytes());
    }

    /// Numbers one after the other, without a name for each.
    Message with(int field, double... values) {
        var packed = new ByteArrayOutputStream();
        for (double value : values) {
            packed.writeBytes(little(8).putDouble(value).array());
        }
        return with(field, packed.toByteArray());
    }

    private Message with(int field, byte[] bytes) {
        varint(tag(field, BYTES));
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private static long tag(int field, int kind) {
        return ((long) field << 3) | kind;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
