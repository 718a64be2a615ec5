package hebb.cpu.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WarmingTest {
    private static final long SLOW = 2_000_000;

    @Test
    void handsOutTheKernelOnceItIsFast() {
        var calls = new AtomicInteger();
        // the first calls are slow, as those of code that is not compiled yet
        var warming = Warming.ready("stand-in");
        warming.warm(
                () -> "kernel",
                SLOW,
                k -> {
                    if (calls.incrementAndGet() <= 20) {
                        LockSupport.parkNanos(2 * SLOW);
                    }
                });
        assertThat(warming.kernel()).isEqualTo("stand-in");
        while (warming.kernel().equals("stand-in")) {
            LockSupport.parkNanos(SLOW);
        }
        assertThat(warming.kernel()).isEqualTo("kernel");
        assertThat(calls).hasValueGreaterThan(20);
    }

    @Test
    void keepsTheStandInWhileTheKernelIsSlow() throws InterruptedException {
        var warming = Warming.ready("stand-in");
        warming.warm(() -> "kernel", 1_000, k -> LockSupport.parkNanos(100_000));
        Thread.sleep(100);
        assertThat(warming.kernel()).isEqualTo("stand-in");
    }

    @Test
    void readyKernelsNeedNoWarming() {
        assertThat(Warming.ready("kernel").kernel()).isEqualTo("kernel");
    }

    @Test
    void plainKernelsAreFinal() {
        var chosen =
                new Kernels(Lanes.SCALAR, true)
                        .choose("plain", () -> "vector", 1, k -> LockSupport.parkNanos(1));
        assertThat(chosen.kernel()).isEqualTo("plain");
        assertThat(
                        Kernels.of(Lanes.BITS_128)
                                .choose("plain", () -> "vector", 1, k -> LockSupport.parkNanos(1))
                                .kernel())
                .isEqualTo("vector");
    }
}
