package hebb.nn.training;

import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.callbacks.TrainingCallback;
import hebb.nn.check.Require;
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
        return with(
                i -> i.batchSize = Optional.of(Require.atLeast("Inference", "batchSize", 1, size)));
    }

    /// Ends after this many batches. Default: when the data end.
    public Inference steps(int steps) {
        return with(i -> i.steps = Optional.of(Require.atLeast("Inference", "steps", 1, steps)));
    }

    /// What is printed. 0: nothing; 1, the default: a progress bar on a terminal, nothing
    /// elsewhere; 2: a line at the end.
    public Inference verbose(int level) {
        return with(i -> i.verbose = Require.atLeast("Inference", "verbose", 0, level));
    }

    /// What is told of the course of it, in this order.
    public Inference callbacks(TrainingCallback... callbacks) {
        return with(i -> i.callbacks = List.of(callbacks));
    }

    @Override
    public Options options() {
        return Options.none()
                .optional("batch_size", Integer.class, batchSize, v -> batchSize = v)
                .optional("steps", Integer.class, steps, v -> steps = v)
                .and("verbose", int.class, verbose, v -> verbose = v);
    }
}
