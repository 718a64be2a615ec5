package hebb.cpu.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
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
    void sharesAreTakenInAsManyBitesAsThePhaseSays() {
        var longest = new AtomicInteger();
        var phase =
                new Phase() {
                    @Override
                    public int units() {
                        return 32;
                    }

                    @Override
                    public long cost() {
                        return Team.SHARED_COST;
                    }

                    @Override
                    public int bites() {
                        return 8;
                    }

                    @Override
                    public void run(int from, int to, int thread, Operands o) {
                        longest.accumulateAndGet(to - from, Math::max);
                    }
                };
        try (var team = new Team(2)) {
            team.run(phase, Operands.of(0));
        }

        assertThat(longest.get()).isEqualTo(2);
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

    /// A caller whose helper is busy parks: here it has done its own unit, and the helper's waits.
    @Test
    void aParkedCallerIsWokenByItsHelper() throws InterruptedException {
        var helping = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var team = new Team(2)) {
            var caller =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> team.run(oneUnitEach(helping, end), Operands.of(0)));
            awaitParked(caller, team);

            end.countDown();

            assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void anInterruptedCallerStaysParkedAndStaysInterrupted() throws InterruptedException {
        var helping = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        try (var team = new Team(2)) {
            var caller =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                team.run(oneUnitEach(helping, end), Operands.of(0));
                                interrupted.set(Thread.currentThread().isInterrupted());
                            });
            awaitParked(caller, team);

            caller.interrupt();

            awaitParked(caller, team);
            end.countDown();
            assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
            assertThat(interrupted).isTrue();
        }
    }

    /// Two units: the caller runs one once the helper has the other, which ends when it is told to.
    private static Phase oneUnitEach(CountDownLatch helping, CountDownLatch end) {
        return phase(
                2,
                (_, thread) -> {
                    if (thread == 0) {
                        await(helping);
                    } else {
                        helping.countDown();
                        await(end);
                    }
                    return 0;
                });
    }

    /// Until the thread waits for the team, and not for a latch.
    private static void awaitParked(Thread caller, Team team) {
        long start = System.nanoTime();
        while (caller.isInterrupted()
                || caller.getState() != Thread.State.WAITING
                || LockSupport.getBlocker(caller) != team) {
            assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
            Thread.onSpinWait();
        }
    }

    @Test
    void whatAHelperThrowsComesOut() {
        var helping = new CountDownLatch(1);
        try (var team = new Team(2)) {
            var failing =
                    phase(
                            8,
                            (_, thread) -> {
                                if (thread == 1) {
                                    helping.countDown();
                                    throw new IllegalArgumentException("in the helper");
                                }
                                await(helping); // so that this thread cannot do it all
                                return 0;
                            });

            assertThatThrownBy(() -> team.run(failing, Operands.of(0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("in the helper");
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
