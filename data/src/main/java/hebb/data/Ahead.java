package hebb.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Batches computed before they are asked for, in order, on another thread. That thread lives only
/// while a batch is computed: a pass that is abandoned leaves nothing running.
final class Ahead extends Pulled {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("hebb-prefetch").start(task);

    private final Batches batches;
    private final Deque<CompletableFuture<@Nullable Batch>> coming = new ArrayDeque<>();
    private CompletableFuture<@Nullable Batch> last = CompletableFuture.completedFuture(null);
    private volatile boolean closed;

    Ahead(Batches batches, int count) {
        this.batches = batches;
        for (int i = 0; i < count; i++) {
            computeOneMore();
        }
    }

    private void computeOneMore() {
        last =
                last.thenApplyAsync(
                        _ -> !closed && batches.hasNext() ? batches.next() : null, THREADS);
        coming.add(last);
    }

    @Override
    @Nullable Batch pull() {
        if (closed) {
            return null;
        }
        var first = coming.removeFirst();
        computeOneMore();
        try {
            return first.join();
        } catch (CompletionException e) {
            close();
            throw thrown(e.getCause());
        }
    }

    /// Ends what is being computed, which may take as long as one batch does.
    @Override
    public void close() {
        end();
        closed = true;
        last.handle((_, _) -> true).join();
        coming.clear();
        batches.close();
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException("a batch could not be computed", cause);
        };
    }
}
