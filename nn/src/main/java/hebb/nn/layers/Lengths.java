package hebb.nn.layers;

import hebb.core.shape.HebbException;
import java.util.Arrays;

/// Options that are one number for each spatial axis.
final class Lengths {
    private Lengths() {}

    /// One number for each of `rank` axes; one alone stands for all of them.
    static int[] of(String where, String option, int rank, int... values) {
        boolean fits = values.length == 1 || values.length == rank;
        if (!fits || Arrays.stream(values).anyMatch(v -> v < 1)) {
            throw HebbException.of(where, option + " is not a size")
                    .received(Arrays.toString(values))
                    .expected(
                            rank == 1
                                    ? "one number of 1 or more"
                                    : "one number of 1 or more, or " + rank + " of them");
        }
        var lengths = values.clone();
        if (values.length < rank) {
            lengths = new int[rank];
            Arrays.fill(lengths, values[0]);
        }
        return lengths;
    }
}
