package hebb.datasets;

import hebb.core.shape.HebbException;
import hebb.core.tensor.NumpyRandom;
import hebb.data.Dataset;

/// A data set cut in two as Keras cuts its own: shuffled as numpy does, the last part to test with.
final class TestPart {
    static final double FIFTH = 0.2;
    static final long SEED = 113;

    private TestPart() {}

    /// How many of `size` samples come before those to test with.
    static int border(int size, double testPart) {
        if (!(testPart >= 0 && testPart < 1)) {
            throw HebbException.of("test_split", "that is no part to test with")
                    .received(testPart)
                    .expected("from 0 to below 1");
        }
        return (int) (size * (1 - testPart));
    }

    /// All samples in the order of `RandomState(seed).shuffle`, cut in two.
    static Dataset.Split of(Dataset all, int size, double testPart, long seed) {
        int border = border(size, testPart);
        var shuffled = all.select(NumpyRandom.of(seed).permutation(size).toInts());
        return new Dataset.Split(shuffled.take(border), shuffled.skip(border));
    }
}
