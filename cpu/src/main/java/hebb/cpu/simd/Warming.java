package hebb.cpu.simd;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A kernel that the JIT must compile before it is of use, and the stand-in that runs until then.
///
/// Vector code is a hundred times slower than plain loops while it is interpreted. So one thread
/// calls the kernel on data of its own until its calls are as short as compiled ones are,
/// and only then is it handed out. Stand-in and kernel must give the same bits.
///
/// - `K`: the type of the kernel
public final class Warming<K> {
    /// Trials after which the JIT compiles a kernel that it can compile.
    private static final int NOTICED = 500;

    /// Short trials in a row that prove a kernel compiled.
    private static final int PROOF = 3;

    /// Trials after which there seems to be no compiler.
    private static final int GIVEN_UP = 50_000;

    private static final int PAUSE = 3;

    private static final ScheduledThreadPoolExecutor WARMER = warmer();

    private final K kernel;
    private final Consumer<K> trial;
    private final long limit;
    private volatile K current;

    private Warming(K standIn, K kernel, Consumer<K> trial, long limit) {
        this.kernel = kernel;
        this.trial = trial;
        this.limit = limit;
        current = standIn;
    }

    /// A kernel that needs no warming.
    public static <K> Warming<K> ready(K kernel) {
        return new Warming<>(kernel, kernel, k -> {}, 0);
    }

    /// A kernel that is warmed in the background, beginning now: `trial` calls it once, which takes a
    /// compiled kernel less than `nanos`, and any other much more.
    public static <K> Warming<K> start(K standIn, K kernel, long nanos, Consumer<K> trial) {
        var warming = new Warming<>(standIn, kernel, trial, nanos);
        WARMER.execute(() -> warming.warm(0));
        return warming;
    }

    /// The fastest that can be had now.
    public K kernel() {
        return current;
    }

    /// Runs trials until the JIT must have taken notice, then looks in now and then: compilation takes
    /// a while, and the processor has better things to do.
    private void warm(int trials) {
        int count = trials < NOTICED ? NOTICED : PROOF;
        int proofs = 0;
        for (int i = 0; i < count && proofs < PROOF; i++) {
            long start = System.nanoTime();
            trial.accept(kernel);
            proofs = System.nanoTime() - start < limit ? proofs + 1 : 0;
        }
        if (proofs == PROOF) {
            current = kernel;
        } else if (trials < GIVEN_UP) {
            var _ = WARMER.schedule(() -> warm(trials + count), PAUSE, TimeUnit.MILLISECONDS);
        }
    }

    private static ScheduledThreadPoolExecutor warmer() {
        var pool =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            var thread = new Thread(task, "hebb-warming");
                            thread.setDaemon(true);
                            return thread;
                        });
        pool.setKeepAliveTime(1, TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
