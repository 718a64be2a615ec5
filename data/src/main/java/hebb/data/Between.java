package hebb.data;

import org.jspecify.annotations.Nullable;

/// Of a stream's samples, number `from` to before number `to`.
final class Between extends Pulled {
    private final Batches batches;
    private final long from;
    private final long to;
    private long seen;

    Between(Batches batches, long from, long to) {
        this.batches = batches;
        this.from = from;
        this.to = to;
    }

    @Override
    @Nullable Batch pull() {
        while (seen < to && batches.hasNext()) {
            var batch = batches.next();
            int low = Math.clamp(from - seen, 0, batch.size());
            int high = (int) Math.min(to - seen, batch.size());
            seen += batch.size();
            if (low < high) {
                return Samples.slice(batch, low, high);
            }
        }
        return null;
    }

    @Override
    public void close() {
        end();
        batches.close();
    }
}
