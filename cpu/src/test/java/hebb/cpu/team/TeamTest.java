package hebb.cpu.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class TeamTest {
    private record Counting(int units, AtomicIntegerArray runs) implements Phase {
        Counting(int units) {
            this(units, new AtomicIntegerArray(units));
        }

        @Override
        public long cost() {
            return Team.SHARED_COST;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            for (int unit = from; unit < to; unit++) {
                runs.incrementAndGet(unit);
            }
        }
    }

    private static Phase phase(int units, IntBinaryOperator run) {
        return new Phase() {
            @Override
            public int units() {
                return units;
            }

            @Override
            public long cost() {
                return Team.SHARED_COST;
            }

            @Override
            public void run(int from, int to, int thread, Operands o) {
                for (int unit = from; unit < to; unit++) {
                    int _ = run.applyAsInt(unit, thread);
                }
            }
        };
    }

    @Test
    void eachThreadRunsSome() throws InterruptedException {
        for (int threads = 1; threads <= 3; threads++) {
            var ran = new AtomicIntegerArray(threads);
            var all = new CountDownLatch(threads);
            var phase =
                    phase(
                            16,
                            (_, thread) -> {
                                if (ran.getAndIncrement(thread) == 0) {
                                    all.countDown();
                                }
                                await(all); // so that no thread can do it all
                                return 0;
                            });
            try (var team = new Team(threads)) {
                team.run(phase, Operands.of(0));
            }
            for (int thread = 0; thread < threads; thread++) {
                assertThat(ran.get(thread)).as("thread %d of %d", thread, threads).isPositive();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void callersDoNotWaitForEachOther() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var team = new Team(2)) {
            var slow =
                    Thread.startVirtualThread(() ->
                            team.run(
                                    phase(
                                            2,
                                            (_, _) -> {
                                                begun.countDown();
                                                await(end);
                                                return 0;
                                            }),
                                    Operands.of(0)));
            await(begun);
            var quick = new Counting(50);

            team.run(quick, Operands.of(0));

            for (int unit = 0; unit < 50; unit++) {
                assertThat(quick.runs.get(unit)).isOne();
            }
            end.countDown();
            slow.join();
        }
    }

    @Test
    void whatAHelperThrowsComesOut() {
        try (var team = new Team(2)) {
            var failing =
                    phase(
                            8,
                            (unit, _) -> {
                                if (unit == 7) { // in the helper's share
                                    throw new IllegalArgumentException("unit 7");
                                }
                                return 0;
                            });

            assertThatThrownBy(() -> team.run(failing, Operands.of(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("unit 7");
            var after = new Counting(8);
            team.run(after, Operands.of(0));
            assertThat(after.runs.get(7)).isOne();
        }
    }

    @Test
    void aClosedTeamWorksOnTheCallersThread() {
        var team = new Team(3);
        team.close();
        var phase = new Counting(9);

        team.run(phase, Operands.of(0));

        assertThat(phase.runs.get(8)).isOne();
    }

    /// With more threads than processors a helper is often late, and finds the next phase begun.
    @Test
    void runsEachUnitOfEachPhaseOnce() {
        var operands = Operands.of(0);
        try (var team = new Team(2 * Runtime.getRuntime().availableProcessors() + 2)) {
            for (int i = 0; i < 100_000; i++) {
                var phase = new Counting(2 + i * 31 % 97);
                team.run(phase, operands);
                for (int unit = 0; unit < phase.units; unit++) {
                    assertThat(phase.runs.get(unit)).as("unit %d of phase %d", unit, i).isOne();
                }
            }
        }
    }
}
