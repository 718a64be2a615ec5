package hebb.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stream's samples in batches of another size; the last may be smaller.
final class Regrouped extends Pulled {
    private final Batches batches;
    private final int size;
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private int count; // of the samples waiting

    Regrouped(Batches batches, int size) {
        this.batches = batches;
        this.size = size;
    }

    @Override
    @Nullable Batch pull() {
        while (count < size && batches.hasNext()) {
            add(batches.next());
        }
        int wanted = Math.min(size, count);
        List<Batch> parts = new ArrayList<>();
        while (wanted > 0) {
            var part = waiting.removeFirst();
            int used = Math.min(wanted, part.size());
            parts.add(Samples.slice(part, 0, used));
            if (used < part.size()) {
                waiting.addFirst(Samples.slice(part, used, part.size()));
            }
            wanted -= used;
            count -= used;
        }
        return parts.isEmpty() ? null : Samples.join(parts);
    }

    private void add(Batch batch) {
        waiting.addLast(batch);
        count += batch.size();
    }

    @Override
    public void close() {
        end();
        waiting.clear();
        batches.close();
    }
}
