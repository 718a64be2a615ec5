package hebb.eval;

import hebb.core.tensor.Tensor;
import java.util.Arrays;

/// Samples divided in two: the numbers (int64) of those to train on, and of those to test on.
public record Fold(Tensor train, Tensor test) {
    static Fold of(int[] train, int[] test) {
        return new Fold(numbers(train), numbers(test));
    }

    private static Tensor numbers(int... values) {
        return Tensor.of(Arrays.stream(values).asLongStream().toArray());
    }

    /// The samples of `x` to train on.
    public Tensor train(Tensor x) {
        return x.take(train, 0);
    }

    /// The samples of `x` to test on.
    public Tensor test(Tensor x) {
        return x.take(test, 0);
    }
}
