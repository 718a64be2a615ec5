package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import hebb.data.Dataset;

/// How a data set that was published whole is cut in two, as Keras does it: shuffled as numpy does,
/// the last part to test with. Keras: the arguments `test_split` and `seed` of `load_data`.
///
/// {@snippet :
/// var boston = BostonHousing.load(TestSplit.of(0.3).seed(1));
/// }
///
/// Defaults: a fifth to test with, seed 113.
public final class TestSplit {
    static final double FIFTH = 0.2;
    private static final long SEED = 113;

    private final double part;
    private final long seed;

    private TestSplit(double part, long seed) {
        this.part = part;
        this.seed = seed;
    }

    /// With a fifth to test with.
    public static TestSplit of() {
        return of(FIFTH);
    }

    /// With this part to test with.
    ///
    /// @throws HebbException if it is not from 0 to below 1
    public static TestSplit of(double part) {
        return new TestSplit(checked("TestSplit.of", part), SEED);
    }

    /// Where the order of the samples starts. Default: 113.
    public TestSplit seed(long seed) {
        return new TestSplit(part, seed);
    }

    static double checked(String where, double part) {
        if (!(part >= 0 && part < 1)) {
            throw HebbException.of(where, "that is no part to test with")
                    .received(part)
                    .expected("from 0 to below 1");
        }
        return part;
    }

    /// How many of `size` samples come before those to test with.
    static int border(int size, double part) {
        return (int) (size * (1 - part));
    }

    /// The first `size` samples in the order of `RandomState(seed).shuffle`, cut in two.
    Dataset.Split of(Dataset all, int size) {
        int border = border(size, part);
        var shuffled = all.select(NumpyRandom.of(seed).permutation(size).toInts());
        return new Dataset.Split(shuffled.take(border), shuffled.skip(border));
    }
}
