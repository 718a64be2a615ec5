package hebb.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PrefetchTest {
    private final Dataset numbers =
            Dataset.of(Tensor.of(IntStream.range(0, 100).toArray())).batch(10);

    @Test
    void givesTheSameBatchesInTheSameOrder() {
        List<Integer> firsts = new ArrayList<>();
        for (var batch : numbers.prefetch(3)) {
            firsts.add(batch.x().toInts()[0]);
        }
        assertThat(firsts).containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
    }

    @Test
    void computesAheadOnAnotherThreadWhileNobodyAsks() throws InterruptedException {
        var three = new CountDownLatch(3);
        var user = Thread.currentThread();
        var data =
                numbers.map(
                                x -> {
                                    assertThat(Thread.currentThread()).isNotSameAs(user);
                                    assertThat(Thread.currentThread().isDaemon()).isTrue();
                                    three.countDown();
                                    return x;
                                })
                        .prefetch(3);
        try (var batches = data.iterator()) {
            three.await();
            assertThat(batches.next().x().toInts()).contains(0);
        }
    }

    @Test
    void handsOverWhatAFunctionThrowsWhereItsBatchIsAskedFor() {
        var data =
                numbers.map(
                                x -> {
                                    if (x.toInts()[0] == 20) {
                                        throw new IllegalArgumentException("twenty");
                                    }
                                    return x;
                                })
                        .prefetch(4);
        try (var batches = data.iterator()) {
            assertThat(batches.next().x().toInts()[0]).isEqualTo(0);
            assertThat(batches.next().x().toInts()[0]).isEqualTo(10);
            assertThatThrownBy(batches::hasNext)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("twenty");
            assertThat(batches.hasNext()).isFalse();
        }
    }

    @Test
    void computesNothingMoreOnceClosed() {
        var computed = new AtomicInteger();
        var batches =
                numbers.map(
                                x -> {
                                    computed.incrementAndGet();
                                    return x;
                                })
                        .prefetch(2)
                        .iterator();
        batches.next();
        batches.close();
        int atClose = computed.get();
        assertThat(atClose).isLessThanOrEqualTo(4);
        assertThat(batches.hasNext()).isFalse();
        assertThat(computed).hasValue(atClose);
        batches.close();
    }

    @Test
    void computesNoFurtherThanAskedWhenAbandoned() throws InterruptedException {
        var computed = new AtomicInteger();
        for (var batch :
                numbers.map(
                                x -> {
                                    computed.incrementAndGet();
                                    return x;
                                })
                        .prefetch(2)) {
            assertThat(batch.size()).isEqualTo(10);
            break;
        }
        Thread.sleep(50);
        assertThat(computed.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void closesTheStreamItReads() {
        var closed = new AtomicBoolean();
        class Source implements Iterator<Batch>, AutoCloseable {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Batch next() {
                return Batch.of(Tensor.of(1));
            }

            @Override
            public void close() {
                closed.set(true);
            }
        }
        try (var batches = Dataset.ofBatches(Source::new).batch(3).prefetch(2).iterator()) {
            assertThat(batches.next().size()).isEqualTo(3);
        }
        assertThat(closed).isTrue();
    }
}
