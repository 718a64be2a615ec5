package hebb.nn.training;

import hebb.data.Batch;
import hebb.data.Batches;
import hebb.data.Dataset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The batches of one epoch after the other.
///
/// An epoch is a pass over the data. Where it ends after so many steps, the next one goes on with
/// the batches that are left of the pass, and the data begin anew when none is: so does Keras.
final class Course implements AutoCloseable {
    private final Dataset data;
    private final Optional<Integer> steps;
    private @Nullable Batches pass;
    private int left;

    Course(Dataset data, Optional<Integer> steps) {
        this.data = data;
        this.steps = steps;
    }

    /// Gets ready for an epoch.
    void begin(int epoch) {
        if (pass == null || steps.isEmpty() || !pass.hasNext()) {
            close();
            pass = data.epoch(epoch).iterator();
        }
        left = steps.orElse(Integer.MAX_VALUE);
    }

    /// Whether the epoch goes on.
    boolean hasNext() {
        return left > 0 && Objects.requireNonNull(pass).hasNext();
    }

    Batch next() {
        left--;
        return Objects.requireNonNull(pass).next();
    }

    /// Lets the batches of an epoch pass that was done before.
    void skip(int epoch) {
        if (steps.isPresent()) {
            begin(epoch);
            while (hasNext()) {
                var _ = next();
            }
        }
    }

    @Override
    public void close() {
        if (pass != null) {
            pass.close();
            pass = null;
        }
    }
}
