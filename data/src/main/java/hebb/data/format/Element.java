package hebb.data.format;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a number lies in a file, and the tensor's type that it is read as: the narrowest that holds
/// all its values.
enum Element {
    BOOL(1, DType.BOOL),
    UINT8(1, DType.UINT8),
    INT8(1, DType.INT32),
    INT16(2, DType.INT32),
    UINT16(2, DType.INT32),
    INT32(4, DType.INT32),
    UINT32(4, DType.INT64),
    INT64(8, DType.INT64),
    FLOAT16(2, DType.FLOAT32),
    FLOAT32(4, DType.FLOAT32),
    FLOAT64(8, DType.FLOAT64);

    private static final int CHUNK = 1 << 16;

    private final int bytes;
    private final DType dtype;

    Element(int bytes, DType dtype) {
        this.bytes = bytes;
        this.dtype = dtype;
    }

    /// The one that holds a tensor's elements as they are.
    static Element of(DType dtype) {
        return switch (dtype) {
            case BOOL -> BOOL;
            case UINT8 -> UINT8;
            case INT32 -> INT32;
            case INT64 -> INT64;
            case FLOAT32 -> FLOAT32;
            case FLOAT64 -> FLOAT64;
        };
    }

    int bytes() {
        return bytes;
    }

    DType dtype() {
        return dtype;
    }

    /// Reads `count` elements into an array of the tensor's type.
    void read(Incoming in, ByteOrder order, Object array, int count) {
        if (this == UINT8) {
            in.read((byte[]) array, count);
            return;
        }
        var chunk = ByteBuffer.allocate(CHUNK).order(order);
        for (int at = 0; at < count; ) {
            int n = Math.min(count - at, CHUNK / bytes);
            in.read(chunk.array(), n * bytes);
            decode(chunk.clear(), array, at, at + n);
            at += n;
        }
    }

    private void decode(ByteBuffer in, Object array, int from, int to) {
        switch (this) {
            case FLOAT32 -> in.asFloatBuffer().get((float[]) array, from, to - from);
            case FLOAT64 -> in.asDoubleBuffer().get((double[]) array, from, to - from);
            case INT32 -> in.asIntBuffer().get((int[]) array, from, to - from);
            case INT64 -> in.asLongBuffer().get((long[]) array, from, to - from);
            case UINT8 -> in.get((byte[]) array, from, to - from);
            case BOOL -> {
                for (int i = from; i < to; i++) {
                    ((byte[]) array)[i] = (byte) (in.get() == 0 ? 0 : 1);
                }
            }
            case INT8 -> {
                for (int i = from; i < to; i++) {
                    ((int[]) array)[i] = in.get();
                }
            }
            case INT16 -> {
                for (int i = from; i < to; i++) {
                    ((int[]) array)[i] = in.getShort();
                }
            }
            case UINT16 -> {
                for (int i = from; i < to; i++) {
                    ((int[]) array)[i] = Short.toUnsignedInt(in.getShort());
                }
            }
            case UINT32 -> {
                for (int i = from; i < to; i++) {
                    ((long[]) array)[i] = Integer.toUnsignedLong(in.getInt());
                }
            }
            case FLOAT16 -> {
                for (int i = from; i < to; i++) {
                    ((float[]) array)[i] = Float.float16ToFloat(in.getShort());
                }
            }
        }
    }

    /// Writes all elements of a tensor as they are.
    static void write(Tensor tensor, ByteOrder order, OutputStream out) throws IOException {
        int bytes = tensor.dtype().bytes();
        int step = Math.min(tensor.size(), CHUNK / bytes);
        var part = tensor.dtype().array(step);
        var chunk = ByteBuffer.allocate(step * bytes).order(order);
        for (int at = 0; at < tensor.size(); ) {
            int n = Math.min(tensor.size() - at, step);
            tensor.copyTo(part, at, 0, n);
            encode(part, n, chunk);
            out.write(chunk.array(), 0, n * bytes);
            at += n;
        }
    }

    private static void encode(Object part, int count, ByteBuffer chunk) {
        switch (part) {
            case float[] a -> chunk.asFloatBuffer().put(a, 0, count);
            case double[] a -> chunk.asDoubleBuffer().put(a, 0, count);
            case int[] a -> chunk.asIntBuffer().put(a, 0, count);
            case long[] a -> chunk.asLongBuffer().put(a, 0, count);
            case byte[] a -> chunk.put(0, a, 0, count);
            default -> throw new IllegalStateException("no array of elements: " + part.getClass());
        }
    }
}
