package hebb.core.tensor;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// numpy's legacy random numbers, those of `np.random.seed` and `np.random.RandomState`: the same
/// seed and the same calls give the same numbers as in Python, to the last bit.
///
/// | numpy | here |
/// |---|---|
/// | `np.random.seed(42)`, `RandomState(42)` | `var random = NumpyRandom.of(42)` |
/// | `np.random.uniform(-1, 1, (2, 3))` | `random.uniform(-1, 1, 2, 3)` |
/// | `np.random.randint(0, 10, 5)` | `random.randint(0, 10, 5)` |
///
/// The last numbers of a call are the shape of the result; without any it has no axes. Numbers that
/// are real are float64, whole ones int64. Each call goes on where the last one ended. Not for
/// several threads; for numbers of which the order of calls does not matter see [Randoms].
public final class NumpyRandom {
    private static final long LARGEST_SEED = 0xffffffffL;

    private final MersenneTwister bits;
    private double spareNormal;
    private boolean hasSpareNormal;

    private NumpyRandom(MersenneTwister bits) {
        this.bits = bits;
    }

    /// Begins with this seed, from 0 to 2³² - 1.
    public static NumpyRandom of(long seed) {
        return new NumpyRandom(MersenneTwister.of(seed(seed)));
    }

    /// Begins with several numbers, each from 0 to 2³² - 1. One number in an array is another seed
    /// than that number.
    public static NumpyRandom of(long[] seeds) {
        if (seeds.length == 0) {
            throw HebbException.of("NumpyRandom.of", "there is no seed").expected("one or more");
        }
        var key = new int[seeds.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = seed(seeds[i]);
        }
        return new NumpyRandom(MersenneTwister.of(key));
    }

    private static int seed(long seed) {
        if (seed < 0 || seed > LARGEST_SEED) {
            throw HebbException.of("NumpyRandom.of", "the seed is out of range")
                    .received(seed)
                    .expected("from 0 to " + LARGEST_SEED);
        }
        return (int) seed;
    }

    // ---- real numbers

    /// Even on [0, 1). numpy: `rand`, `random_sample`, `random`.
    public Tensor rand(int... size) {
        return fill(bits::nextDouble, size);
    }

    /// Even on [low, high).
    public Tensor uniform(double low, double high, int... size) {
        double range = high - low;
        return fill(() -> low + range * bits.nextDouble(), size);
    }

    /// Normal, of mean 0 and standard deviation 1. numpy: `randn`, `standard_normal`.
    public Tensor randn(int... size) {
        return fill(this::nextNormal, size);
    }

    /// Normal, of this mean and standard deviation.
    public Tensor normal(double mean, double deviation, int... size) {
        if (!(deviation >= 0)) {
            throw HebbException.of("NumpyRandom.normal", "the deviation is negative")
                    .received(deviation)
                    .expected("0 or more");
        }
        return fill(() -> mean + deviation * nextNormal(), size);
    }

    /// Waiting times of this mean.
    public Tensor exponential(double mean, int... size) {
        if (!(mean >= 0)) {
            throw HebbException.of("NumpyRandom.exponential", "the mean is negative")
                    .received(mean)
                    .expected("0 or more");
        }
        return fill(() -> mean * -RoundedLog.of(1 - bits.nextDouble()), size);
    }

    private static Tensor fill(DoubleSupplier source, int... size) {
        return Tensor.filled(
                new Spec(Shape.of(size), DType.FLOAT64),
                array -> {
                    var values = (double[]) array;
                    for (int i = 0; i < values.length; i++) {
                        values[i] = source.getAsDouble();
                    }
                });
    }

    /// By Marsaglia's polar method, which makes two at once.
    private double nextNormal() {
        if (hasSpareNormal) {
            hasSpareNormal = false;
            return spareNormal;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * bits.nextDouble() - 1;
            y = 2 * bits.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * RoundedLog.of(square) / square);
        spareNormal = factor * x;
        hasSpareNormal = true;
        return factor * y;
    }

    // ---- whole numbers

    /// Whole numbers (int64) from `low` to before `high`.
    public Tensor randint(long low, long high, int... size) {
        return randint(low, high, DType.INT64, size);
    }

    /// Whole numbers of a type (which changes the numbers, as in numpy) from `low` to before
    /// `high`.
    ///
    /// @throws HebbException if there are none, or the type cannot hold them
    public Tensor randint(long low, long high, DType dtype, int... size) {
        requireRange(low, high, dtype);
        long last = high - 1 - low;
        var packed = new PackedBits(bits, dtype == DType.BOOL ? 1 : 8);
        return Tensor.filled(
                new Spec(Shape.of(size), dtype),
                array -> {
                    for (int i = 0; i < Shape.of(size).size(); i++) {
                        switch (array) {
                            case long[] values -> values[i] = low + bits.nextUpTo(last);
                            case int[] values -> values[i] = (int) (low + bits.nextUpTo(last));
                            case byte[] values -> values[i] = (byte) (low + packed.nextUpTo(last));
                            default -> throw new IllegalStateException();
                        }
                    }
                });
    }

    private static void requireRange(long low, long high, DType dtype) {
        if (low >= high) {
            throw HebbException.of("NumpyRandom.randint", "there is no number in the range")
                    .received("from " + low + " to before " + high);
        }
        long least = least(dtype);
        long largest = largest(dtype);
        if (low < least || high - 1 > largest) {
            throw HebbException.of("NumpyRandom.randint", dtype + " cannot hold all of the range")
                    .received("from " + low + " to before " + high)
                    .expected("numbers from " + least + " to " + largest);
        }
    }

    private static long least(DType dtype) {
        return switch (dtype) {
            case INT64 -> Long.MIN_VALUE;
            case INT32 -> Integer.MIN_VALUE;
            case UINT8, BOOL -> 0;
            case FLOAT32, FLOAT64 ->
                    throw HebbException.of("NumpyRandom.randint", "the numbers are whole")
                            .received(dtype)
                            .expected("int64, int32, uint8 or bool");
        };
    }

    private static long largest(DType dtype) {
        return switch (dtype) {
            case INT32 -> Integer.MAX_VALUE;
            case UINT8 -> 255;
            case BOOL -> 1;
            default -> Long.MAX_VALUE;
        };
    }

    // ---- orders and choices

    /// The numbers (int64) from 0 to `n` - 1 in random order.
    public Tensor permutation(int n) {
        if (n < 0) {
            throw HebbException.of("NumpyRandom.permutation", "a negative number of elements")
                    .received(n);
        }
        var order = IntStream.range(0, n).asLongStream().toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = (int) bits.nextUpTo(i);
            long swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return Tensor.of(order);
    }

    /// The tensor with its first axis in random order.
    public Tensor permutation(Tensor x) {
        return x.take(permutation(x.dim(0)), 0);
    }

    /// Brings a list into random order, in place.
    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, (int) bits.nextUpTo(i));
        }
    }

    /// Some of the numbers (int64) from 0 to `n` - 1, each as likely at each place. numpy:
    /// `choice(n, size)`; of a tensor's elements: `x.take(random.choice(x.dim(0), 5), 0)`.
    public Tensor choice(int n, int... size) {
        return choice(n, true, size);
    }

    /// Some of the numbers (int64) from 0 to `n` - 1; none twice if they are not put back.
    ///
    /// @throws HebbException if there are not as many
    public Tensor choice(int n, boolean replace, int... size) {
        if (n < 1) {
            throw HebbException.of("NumpyRandom.choice", "there is nothing to choose from")
                    .received(n)
                    .expected("1 or more");
        }
        if (replace) {
            return randint(0, n, size);
        }
        int count = Shape.of(size).size();
        requireEnough(count, n);
        return permutation(n).slice(0, 0, count).reshape(size);
    }

    /// Positions (int64) in `probabilities`, each as likely as that says; none twice if they are
    /// not put back.
    ///
    /// @throws HebbException if the probabilities are negative or their sum is not 1, or too few of
    ///   them are positive
    public Tensor choice(Tensor probabilities, boolean replace, int... size) {
        var weights = Odds.of(probabilities);
        int count = Shape.of(size).size();
        if (replace) {
            return Tensor.of(weights.pick(rand(count).toDoubles())).reshape(size);
        }
        requireEnough(count, weights.possible());
        var found = new long[0];
        while (found.length < count) {
            weights.remove(found);
            var picked = weights.pick(rand(count - found.length).toDoubles());
            found =
                    LongStream.concat(Arrays.stream(found), Arrays.stream(picked).distinct())
                            .toArray();
        }
        return Tensor.of(found).reshape(size);
    }

    private static void requireEnough(int count, int available) {
        if (count > available) {
            throw HebbException.of("NumpyRandom.choice", "there are not so many to choose")
                    .received(count)
                    .expected("at most " + available)
                    .fix("choose with replacement: choice(…, true, …)");
        }
    }
}
