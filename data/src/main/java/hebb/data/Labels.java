package hebb.data;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.Arrays;

/// Class numbers as losses want them.
public final class Labels {
    private Labels() {}

    /// Class numbers as rows of zeros with a 1 at each one's place, float32; a last axis of length
    /// 1 disappears. As many classes as the largest number says. Keras: `to_categorical`.
    public static Tensor toCategorical(Tensor numbers) {
        int largest = Arrays.stream(numbers.toInts()).max().orElse(-1);
        return toCategorical(numbers, largest + 1);
    }

    /// The same for this many classes.
    ///
    /// @throws HebbException if a number is no class
    public static Tensor toCategorical(Tensor numbers, int classes) {
        for (int number : numbers.toInts()) {
            if (number < 0 || number >= classes) {
                throw HebbException.of("Labels", "a number is no class")
                        .received(number)
                        .expected("from 0 to " + (classes - 1));
            }
        }
        var flat = numbers.rank() > 1 && numbers.dim(-1) == 1 ? numbers.squeeze(-1) : numbers;
        return flat.cast(DType.INT64).oneHot(classes);
    }
}
