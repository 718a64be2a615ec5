package hebb.io.hdf5;

import hebb.core.shape.HebbException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Numbers that lie in a file, with their shape. They are as many as the file has bytes for: that
/// was checked. They take no memory until they are asked for.
public final class StoredData {
    private final String place;
    private final StoredType type;
    private final long[] shape;
    private final Bytes bytes;

    /// The elements one behind the other.
    interface Bytes {
        MemorySegment read();
    }

    StoredData(String place, StoredType type, long[] shape, Bytes bytes) {
        this.place = place;
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    /// The lengths of the axes.
    public List<Long> shape() {
        return Arrays.stream(shape).boxed().toList();
    }

    /// Where they are, for errors: the file, and the path in it.
    public String place() {
        return place;
    }

    /// How many numbers they are.
    public long count() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /// The numbers: `float[]` (of float16 too), `double[]`, `int[]` (of shorter ones too),
    /// `long[]`, or `byte[]` of uint8 and bool.
    ///
    /// @throws HebbException if they are text, or more than an array holds
    public Object array() {
        if (count() > Integer.MAX_VALUE - 8) {
            throw HebbException.of(place, "more elements than an array can hold").received(count());
        }
        int n = (int) count();
        var from = bytes.read();
        return switch (type) {
            case FLOAT32 -> from.toArray(little(ValueLayout.JAVA_FLOAT_UNALIGNED));
            case FLOAT64 -> from.toArray(little(ValueLayout.JAVA_DOUBLE_UNALIGNED));
            case INT32 -> from.toArray(little(ValueLayout.JAVA_INT_UNALIGNED));
            case INT64, UINT64 -> from.toArray(little(ValueLayout.JAVA_LONG_UNALIGNED));
            case UINT8, BOOL -> from.toArray(ValueLayout.JAVA_BYTE);
            case FLOAT16 -> halves(from, n);
            case INT8, INT16, UINT16 -> ints(from, n);
            case UINT32 -> longs(from, n);
            case FIXED_STRING, STRING ->
                    throw HebbException.of(place, "text where numbers should be");
        };
    }

    /// The name of their type: `float32`.
    public String typeName() {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private static ValueLayout.OfFloat little(ValueLayout.OfFloat layout) {
        return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
    }

    private static ValueLayout.OfDouble little(ValueLayout.OfDouble layout) {
        return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
    }

    private static ValueLayout.OfInt little(ValueLayout.OfInt layout) {
        return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
    }

    private static ValueLayout.OfLong little(ValueLayout.OfLong layout) {
        return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
    }

    private static ValueLayout.OfShort shorts() {
        return ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    }

    private static float[] halves(MemorySegment from, int n) {
        var values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = Float.float16ToFloat(from.get(shorts(), 2L * i));
        }
        return values;
    }

    private int[] ints(MemorySegment from, int n) {
        var values = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] =
                    switch (type) {
                        case INT8 -> from.get(ValueLayout.JAVA_BYTE, i);
                        case INT16 -> from.get(shorts(), 2L * i);
                        default -> from.get(shorts(), 2L * i) & 0xffff;
                    };
        }
        return values;
    }

    private static long[] longs(MemorySegment from, int n) {
        var values = new long[n];
        for (int i = 0; i < n; i++) {
            values[i] = from.get(little(ValueLayout.JAVA_INT_UNALIGNED), 4L * i) & 0xffffffffL;
        }
        return values;
    }

    /// `float32(784, 128)`.
    @Override
    public String toString() {
        var dims = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return typeName() + "(" + dims + (shape.length == 1 ? ",)" : ")");
    }
}
