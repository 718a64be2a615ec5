package hebb.data;

import hebb.core.shape.HebbException;
import java.util.Iterator;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Batches that come one after the other from outside, nobody knows how many.
record Streamed(IntFunction<Batches> pass) implements Source {
    static Streamed of(Iterable<Batch> batches) {
        return new Streamed(_ -> new FromOutside(batches.iterator()));
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.empty();
    }

    @Override
    public Batches open(OptionalInt batchSize, int epoch) {
        var batches = pass.apply(epoch);
        return batchSize.isPresent() ? new Regrouped(batches, batchSize.getAsInt()) : batches;
    }

    @Override
    public Streamed map(UnaryOperator<Batch> function) {
        return new Streamed(epoch -> new Mapped(pass.apply(epoch), function));
    }

    @Override
    public Streamed fixed(int epoch) {
        return this;
    }

    @Override
    public Streamed take(int count) {
        return new Streamed(epoch -> new Between(pass.apply(epoch), 0, count));
    }

    @Override
    public Streamed skip(int count) {
        return new Streamed(epoch -> new Between(pass.apply(epoch), count, Long.MAX_VALUE));
    }

    @Override
    public Source shuffle(long seed) {
        throw unknownSize("shuffle");
    }

    @Override
    public Source select(int[] numbers) {
        throw unknownSize("select");
    }

    @Override
    public Streamed repeat(int times) {
        return new Streamed(
                epoch -> new Chained(times, i -> pass.apply(Math.multiplyExact(epoch, times) + i)));
    }

    static HebbException unknownSize(String method) {
        return HebbException.of("Dataset." + method, "a stream of batches has no numbered samples")
                .received("a data set of unknown size")
                .expected("one made of tensors")
                .fix("Dataset.of(stream.all()) reads all samples into memory");
    }

    /// Batches as a program hands them over, without the empty ones.
    private static final class FromOutside extends Pulled {
        private final Iterator<Batch> batches;

        FromOutside(Iterator<Batch> batches) {
            this.batches = batches;
        }

        @Override
        @Nullable Batch pull() {
            while (batches.hasNext()) {
                var batch = batches.next();
                if (batch.size() > 0) {
                    return batch;
                }
            }
            return null;
        }

        @Override
        public void close() {
            end();
            if (batches instanceof AutoCloseable resource) {
                try {
                    resource.close();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException("closing a stream of batches failed", e);
                }
            }
        }
    }

    private record Mapped(Batches batches, UnaryOperator<Batch> function) implements Batches {
        @Override
        public boolean hasNext() {
            return batches.hasNext();
        }

        @Override
        public Batch next() {
            return Samples.map(batches.next(), function);
        }

        @Override
        public void close() {
            batches.close();
        }
    }
}
