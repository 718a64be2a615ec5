package hebb.cpu;

import java.util.concurrent.atomic.AtomicLongArray;

/// How long the steps of a plan took: the shortest and the mean of all runs.
final class Profile {
    private final AtomicLongArray sums;
    private final AtomicLongArray counts;
    private final AtomicLongArray shortest;

    Profile(int steps) {
        sums = new AtomicLongArray(steps);
        counts = new AtomicLongArray(steps);
        shortest = new AtomicLongArray(steps);
        for (int i = 0; i < steps; i++) {
            shortest.set(i, Long.MAX_VALUE);
        }
    }

    void add(int step, long nanos) {
        sums.addAndGet(step, nanos);
        counts.incrementAndGet(step);
        if (nanos < shortest.get(step)) {
            shortest.set(step, nanos);
        }
    }

    /// ` 12.3 15.0 µs`: the shortest and the mean time of a step.
    String column(int step) {
        return counts.get(step) == 0
                ? "                  "
                : "%8.1f %8.1f µs ".formatted(shortest.get(step) / 1e3, mean(step));
    }

    String total() {
        double all = 0;
        double least = 0;
        for (int i = 0; i < sums.length(); i++) {
            all += mean(i);
            least += counts.get(i) == 0 ? 0 : shortest.get(i) / 1e3;
        }
        return "%8.1f %8.1f µs in all (shortest, mean)".formatted(least, all);
    }

    private double mean(int step) {
        return sums.get(step) / 1e3 / Math.max(1, counts.get(step));
    }
}
