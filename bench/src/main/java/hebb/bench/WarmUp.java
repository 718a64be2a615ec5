package hebb.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How a contender came up to speed: the median step of each block of steps, in nanoseconds, and
/// whether the last of them agreed.
record WarmUp(List<Double> blockNanos, boolean steady) {
    private static final int BLOCK = 50;
    private static final int AGREEING = 3;
    private static final double TOLERANCE = 0.03;
    private static final long LEAST_NANOS = 12_000_000_000L;
    private static final long MOST_NANOS = 20_000_000_000L;

    /// Trains until three blocks in a row agree within 3 %, for 12 seconds at least: a JIT compiler
    /// makes plateaus on the way, which last for seconds, and Hebb has code that is used little
    /// compiled late (the last columns of cifar10-ann's products after 10 seconds). Stops after 20
    /// seconds, since a busy machine never agrees.
    static WarmUp of(Worker worker) {
        var blocks = new ArrayList<Double>();
        blocks.add(worker.block(BLOCK)); // with what is compiled at the first step
        long start = System.nanoTime();
        while (true) {
            blocks.add(worker.block(BLOCK));
            long spent = System.nanoTime() - start;
            boolean steady = agree(blocks);
            if (spent >= LEAST_NANOS && steady || spent >= MOST_NANOS) {
                return new WarmUp(List.copyOf(blocks), steady);
            }
        }
    }

    private static boolean agree(List<Double> blocks) {
        if (blocks.size() < AGREEING) {
            return false;
        }
        var last = blocks.subList(blocks.size() - AGREEING, blocks.size());
        return Collections.max(last) <= Collections.min(last) * (1 + TOLERANCE);
    }
}
