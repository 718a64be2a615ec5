package hebb.nn.training;

import hebb.core.shape.HebbException;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.callbacks.TrainingCallback;
import java.util.List;
import java.util.Optional;

/// How to evaluate or predict: `Inference.of().batchSize(256)`.
public final class Inference extends Configured<Inference> {
    // read by the loops of this package
    Optional<Integer> batchSize = Optional.empty();
    Optional<Integer> steps = Optional.empty();
    int verbose = 1;
    List<TrainingCallback> callbacks = List.of();

    private Inference() {}

    /// In batches as the data set says, else of 32.
    public static Inference of() {
        return new Inference();
    }

    /// In batches of this size.
    public Inference batchSize(int size) {
        return with(i -> i.batchSize = Optional.of(atLeast("batchSize", 1, size)));
    }

    /// Ends after this many batches. Default: when the data end.
    public Inference steps(int steps) {
        return with(i -> i.steps = Optional.of(atLeast("steps", 1, steps)));
    }

    /// What is printed. 0: nothing; 1, the default: a progress bar on a terminal, nothing
    /// elsewhere; 2: a line at the end.
    public Inference verbose(int level) {
        return with(i -> i.verbose = atLeast("verbose", 0, level));
    }

    /// What is told of the course of it, in this order.
    public Inference callbacks(TrainingCallback... callbacks) {
        return with(i -> i.callbacks = List.of(callbacks));
    }

    private static int atLeast(String option, int least, int value) {
        if (value < least) {
            throw HebbException.of("Inference." + option, "the number is too small")
                    .received(value)
                    .expected("at least " + least);
        }
        return value;
    }

    @Override
    public Options options() {
        return Options.none()
                .optional("batch_size", Integer.class, batchSize, v -> batchSize = v)
                .optional("steps", Integer.class, steps, v -> steps = v)
                .and("verbose", int.class, verbose, v -> verbose = v);
    }
}
