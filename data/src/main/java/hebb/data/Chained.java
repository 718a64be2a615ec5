package hebb.data;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Several passes, one behind the other, each begun when the one before has ended.
final class Chained extends Pulled {
    private final int count;
    private final IntFunction<Batches> passes;
    private int begun;
    private @Nullable Batches current;

    Chained(int count, IntFunction<Batches> passes) {
        this.count = count;
        this.passes = passes;
    }

    @Override
    @Nullable Batch pull() {
        while (true) {
            if (current != null && current.hasNext()) {
                return current.next();
            }
            closeCurrent();
            if (begun == count) {
                return null;
            }
            current = passes.apply(begun++);
        }
    }

    @Override
    public void close() {
        end();
        begun = count;
        closeCurrent();
    }

    private void closeCurrent() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
