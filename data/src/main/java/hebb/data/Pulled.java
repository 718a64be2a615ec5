package hebb.data;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Batches of which each is known to exist only once it has been computed.
abstract class Pulled implements Batches {
    private @Nullable Batch found;
    private boolean ended;

    /// The next one, or null at the end.
    abstract @Nullable Batch pull();

    @Override
    public final boolean hasNext() {
        if (found == null && !ended) {
            found = pull();
            ended = found == null;
        }
        return found != null;
    }

    @Override
    public final Batch next() {
        var batch = hasNext() ? found : null;
        if (batch == null) {
            throw new NoSuchElementException();
        }
        found = null;
        return batch;
    }

    /// No more than this follows.
    final void end() {
        found = null;
        ended = true;
    }
}
