package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The classes of samples, one number each, out of what a program has at hand.
final class ClassNumbers {
    private ClassNumbers() {}

    /// Integers as they are, in one column or without; of several columns, the number of the
    /// largest; of one column of probabilities, whether it is above one half.
    static int[] of(String where, Tensor y) {
        if (y.rank() == 2 && y.dim(1) > 1) {
            return y.argMax(-1).toInts();
        }
        if (y.rank() != 1 && !(y.rank() == 2 && y.dim(1) == 1)) {
            throw HebbException.of(where, "there is not one class for each sample")
                    .received(y.shape())
                    .expected("(samples,), (samples, 1) or (samples, classes)");
        }
        if (!y.dtype().isFloating()) {
            return y.toInts();
        }
        var values = y.toDoubles();
        if (DoubleStream.of(values).allMatch(v -> v == Math.rint(v))) {
            return y.toInts();
        }
        if (DoubleStream.of(values).allMatch(v -> v >= 0 && v <= 1)) {
            return Arrays.stream(values).mapToInt(v -> v > 0.5 ? 1 : 0).toArray();
        }
        throw HebbException.of(where, "the numbers are neither classes nor probabilities")
                .received("from " + y.min() + " to " + y.max())
                .expected("whole numbers, or numbers from 0 to 1");
    }

    static void requireSame(String where, int yTrue, int yPred) {
        if (yTrue != yPred || yTrue == 0) {
            throw HebbException.of(where, "there is not one prediction for each sample")
                    .received(yTrue + " labels and " + yPred + " predictions")
                    .expected("as many of both, and at least one");
        }
    }

    /// All classes that occur, in order.
    static int[] distinct(int[]... labels) {
        return Arrays.stream(labels).flatMapToInt(IntStream::of).sorted().distinct().toArray();
    }

    /// One weight a sample: these, or ones.
    static double[] weights(String where, int samples, Tensor... weights) {
        if (weights.length == 0) {
            return DoubleStream.generate(() -> 1).limit(samples).toArray();
        }
        if (weights[0].rank() != 1 || weights[0].size() != samples) {
            throw HebbException.of(where, "there is not one weight for each sample")
                    .received(weights[0].shape())
                    .expected("(" + samples + ",)");
        }
        return weights[0].toDoubles();
    }
}
