package hebb.data;

import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// Samples that can be asked for by number, in an order that the number of the pass decides.
record Indexed(Rows rows, Order order) implements Source {
    static final int BATCH_SIZE = 32;

    static Indexed of(Batch all) {
        return new Indexed(Rows.of(all), Order.natural(all.size()));
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(order.size());
    }

    @Override
    public Batches open(OptionalInt batchSize, int epoch) {
        return new Pass(rows, order.of().apply(epoch), batchSize.orElse(BATCH_SIZE));
    }

    @Override
    public Indexed map(UnaryOperator<Batch> function) {
        return new Indexed(rows.map(function), order);
    }

    @Override
    public Indexed fixed(int epoch) {
        return new Indexed(rows, order.fixed(epoch));
    }

    @Override
    public Indexed take(int count) {
        return new Indexed(rows, order.slice(0, Math.min(count, order.size())));
    }

    @Override
    public Indexed skip(int count) {
        return new Indexed(rows, order.slice(Math.min(count, order.size()), order.size()));
    }

    @Override
    public Indexed shuffle(long seed) {
        return new Indexed(rows, order.shuffle(seed));
    }

    @Override
    public Indexed select(int[] numbers) {
        return new Indexed(rows, order.select(numbers));
    }

    @Override
    public Indexed repeat(int times) {
        return new Indexed(rows, order.repeat(times));
    }

    Indexed concat(Indexed other) {
        if (order.size() > 0 && other.order.size() > 0) {
            Samples.requireAlike(first(), other.first());
        }
        return new Indexed(rows.concat(other.rows), order.concat(other.order, rows.size()));
    }

    private Batch first() {
        return rows.gather(order.of().apply(0), 0, 1);
    }

    private static final class Pass implements Batches {
        private final Rows rows;
        private final int[] order;
        private final int batchSize;
        private int next;

        Pass(Rows rows, int[] order, int batchSize) {
            this.rows = rows;
            this.order = order;
            this.batchSize = batchSize;
        }

        @Override
        public boolean hasNext() {
            return next < order.length;
        }

        @Override
        public Batch next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int from = next;
            next = from + Math.min(batchSize, order.length - from);
            return rows.gather(order, from, next);
        }

        @Override
        public void close() {
            next = order.length;
        }
    }
}
