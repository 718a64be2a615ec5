package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.function.Supplier;

/// Builds models whose weights come from a file: they begin as zeros instead of being drawn, and
/// there can be no more of them than the file holds. For those who read files.
public final class Loading {
    private static final ScopedValue<Loading> CURRENT = ScopedValue.newInstance();

    private final String file;
    private final long most;
    private long made;

    private Loading(String file, long most) {
        this.file = file;
        this.most = most;
    }

    /// What `build` makes, where all weights together have at most so many numbers.
    ///
    /// @throws HebbException if they would be more, before they take any memory
    public static <T> T of(String file, long most, Supplier<T> build) {
        return ScopedValue.where(CURRENT, new Loading(file, most)).call(build::get);
    }

    static boolean isUnderWay() {
        return CURRENT.isBound();
    }

    /// Counts a weight that is about to be made.
    static void claim(Spec spec) {
        if (CURRENT.isBound()) {
            CURRENT.get().count(spec);
        }
    }

    private void count(Spec spec) {
        long size = 1;
        for (int dim : spec.shape().dims()) {
            size = Math.multiplyHigh(size, dim) == 0 ? size * dim : Long.MAX_VALUE;
        }
        made = size < 0 || made + size < 0 ? Long.MAX_VALUE : made + size;
        if (made > most) {
            throw HebbException.of(file, "the model has more weights than the file holds")
                    .received("a weight " + spec + ", with which they are " + made + " numbers")
                    .expected("at most " + most + " numbers, as the file holds");
        }
    }
}
