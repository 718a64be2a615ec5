package hebb.bench;

/// The best of many runs: whatever else happens on a machine only slows them.
final class Fastest {
    private static final long PATIENCE_NANOS = 1_500_000_000L;

    private Fastest() {}

    /// The fastest run, when a second and a half has brought no faster one: longer than the JIT
    /// compiler needs for its last word.
    static double nanos(Runnable run) {
        long best = Long.MAX_VALUE;
        long improved = System.nanoTime();
        for (long end = improved; end - improved < PATIENCE_NANOS; ) {
            long start = System.nanoTime();
            run.run();
            end = System.nanoTime();
            if (end - start < best) {
                improved = end - start < 0.98 * best ? end : improved;
                best = end - start;
            }
        }
        return best;
    }
}
