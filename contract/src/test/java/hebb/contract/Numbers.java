package hebb.contract;

import hebb.core.op.Constant;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;

/// Tensors to apply ops to. Each is the same in every run.
final class Numbers {
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -2.5,
        Float.MIN_VALUE,
        -3 * Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Double.MIN_VALUE,
        1e-310,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Double.MAX_VALUE,
        16777217,
        3e9,
        1e19,
        300.7,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };
    private static final long[] SPECIAL_INTEGERS = {
        0,
        1,
        -1,
        2,
        -3,
        7,
        127,
        128,
        255,
        256,
        -200,
        (1L << 53) + 1,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private Numbers() {}

    /// Evenly spread from `low` to `high`.
    static Constant between(double low, double high, DType type, int... dims) {
        var random = random(type, dims, low, high);
        return fill(type, dims, () -> low + (high - low) * random.nextDouble());
    }

    /// Magnitudes from `low` to `high`, either sign.
    static Constant around(double low, double high, DType type, int... dims) {
        var random = random(type, dims, low, high);
        return fill(
                type,
                dims,
                () -> (random.nextBoolean() ? 1 : -1) * (low + (high - low) * random.nextDouble()));
    }

    /// From -3 to 3, each more than `from` and less than `to` above a multiple of ½, so that
    /// neither rounding nor comparing has a jump nearby.
    static Constant offGrid(double from, double to, DType type, int... dims) {
        var random = random(type, dims, from, to);
        return fill(
                type,
                dims,
                () -> random.nextInt(-6, 6) / 2.0 + from + (to - from) * random.nextDouble());
    }

    /// Ordinary numbers: off the grid as above, or integers from -3 to 3, or either truth.
    static Constant some(DType type, int... dims) {
        var random = random(type, dims);
        return switch (type) {
            case FLOAT32, FLOAT64 -> offGrid(0.1, 0.4, type, dims);
            case INT32, INT64 -> fill(type, dims, () -> random.nextInt(-3, 4));
            case UINT8 -> fill(type, dims, () -> random.nextInt(256));
            case BOOL -> fill(type, dims, () -> random.nextInt(2));
        };
    }

    /// Numbers no two of which are closer than 0.03, in a random order.
    static Constant distinct(DType type, int... dims) {
        var random = random(type, dims);
        int size = Shape.of(dims).size();
        var order = random.ints(0, Integer.MAX_VALUE).distinct().limit(size).toArray();
        var sorted = order.clone();
        Arrays.sort(sorted);
        var i = new int[1];
        return fill(
                type,
                dims,
                () -> 0.03 * (Arrays.binarySearch(sorted, order[i[0]++]) - size / 2.0) + 0.007);
    }

    /// Few different numbers, so that many are equal: -1, -0, +0, 1.
    static Constant tied(DType type, int... dims) {
        var random = random(type, dims);
        var choice = new double[] {-1, -0.0, 0.0, 1};
        return fill(type, dims, () -> choice[random.nextInt(4)]);
    }

    /// Zeros of both signs, subnormal, huge and infinite numbers, NaN; integers at the ends of
    /// their range.
    static Constant special(DType type) {
        var i = new int[1];
        return switch (type) {
            case FLOAT32, FLOAT64 -> fill(type, dims(SPECIAL.length), () -> SPECIAL[i[0]++]);
            case INT64 -> new Constant(SPECIAL_INTEGERS, spec(type, SPECIAL_INTEGERS.length));
            case INT32, UINT8 -> {
                var array = type.array(SPECIAL_INTEGERS.length);
                for (long value : SPECIAL_INTEGERS) {
                    put(array, i[0]++, value);
                }
                yield new Constant(array, spec(type, SPECIAL_INTEGERS.length));
            }
            case BOOL -> new Constant(new byte[] {0, 1}, spec(type, 2));
        };
    }

    /// Random bits: floating point numbers of all magnitudes, NaNs among them, or integers.
    static Constant bits(DType type, int... dims) {
        var random = random(type, dims);
        var array = type.array(Shape.of(dims).size());
        for (int i = 0; i < Array.getLength(array); i++) {
            switch (array) {
                case float[] a -> a[i] = Float.intBitsToFloat(random.nextInt());
                case double[] a -> a[i] = Double.longBitsToDouble(random.nextLong());
                case int[] a -> a[i] = random.nextInt();
                case long[] a -> a[i] = random.nextLong();
                case byte[] a -> a[i] = (byte) random.nextInt(type == DType.BOOL ? 2 : 256);
                default -> throw new IllegalArgumentException(array.toString());
            }
        }
        return new Constant(array, spec(type, dims));
    }

    /// These values.
    static Constant listed(DType type, double... values) {
        var i = new int[1];
        return fill(type, dims(values.length), () -> values[i[0]++]);
    }

    /// The same elements under another shape.
    static Constant reshaped(Constant x, int... dims) {
        return new Constant(x.data(), spec(x.spec().dtype(), dims));
    }

    private static int[] dims(int... dims) {
        return dims;
    }

    private static Spec spec(DType type, int... dims) {
        return new Spec(Shape.of(dims), type);
    }

    private static Random random(DType type, int[] dims, double... more) {
        return new Random(
                Arrays.hashCode(dims) * 31L + Arrays.hashCode(more) + type.name().hashCode());
    }

    private static Constant fill(DType type, int[] dims, DoubleSupplier values) {
        var array = type.array(Shape.of(dims).size());
        for (int i = 0; i < Array.getLength(array); i++) {
            double value = values.getAsDouble();
            switch (array) {
                case float[] a -> a[i] = (float) value;
                case double[] a -> a[i] = value;
                default -> put(array, i, (long) value);
            }
        }
        return new Constant(array, spec(type, dims));
    }

    private static void put(Object array, int index, long value) {
        switch (array) {
            case int[] a -> a[index] = (int) value;
            case long[] a -> a[index] = value;
            case byte[] a -> a[index] = (byte) value;
            default -> throw new IllegalArgumentException(array.toString());
        }
    }
}
