package hebb.cpu.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The thread that warms kernels: in turns, so that one is tried while the JIT compiles others; it
/// ends when none is left.
final class Warmer {
    /// Trials at a time at first.
    private static final int BURST = 50;

    /// Trials after which the JIT should have noticed a kernel.
    private static final int NOTICED = 500;

    /// Trials at a time from then on, for where it was too busy to notice.
    private static final int LOOK = 10;

    /// Nanoseconds between looks at kernels that are being compiled: the processor has better
    /// things to do.
    private static final long PAUSE = 1_000_000;

    /// Trials after which there seems to be no compiler.
    private static final int GIVEN_UP = 50_000;

    private static final List<Warming<?>> PENDING = new ArrayList<>();
    private static boolean runs;

    private Warmer() {}

    static void add(Warming<?> warming) {
        synchronized (PENDING) {
            PENDING.add(warming);
            if (!runs) {
                runs = true;
                Thread.ofPlatform().daemon().name("hebb-warmer").start(Warmer::run);
            }
        }
    }

    private static void run() {
        for (Warming<?> next = next(); next != null; next = next()) {
            boolean noticed = next.trials() >= NOTICED;
            if (next.tryOut(noticed ? LOOK : BURST) || next.trials() >= GIVEN_UP) {
                synchronized (PENDING) {
                    PENDING.remove(next);
                }
            } else if (noticed) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /// Those come first that were tried least, and of these the oldest.
    private static @Nullable Warming<?> next() {
        synchronized (PENDING) {
            Warming<?> least = null;
            for (Warming<?> warming : PENDING) {
                if (least == null || warming.trials() < least.trials()) {
                    least = warming;
                }
            }
            runs = least != null;
            return least;
        }
    }
}
