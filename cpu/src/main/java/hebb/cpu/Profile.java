package hebb.cpu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/// How long the steps of a plan took: the shortest of all runs, and the median of the last ones,
/// which the JIT compiler has done its work for.
///
/// When the program ends, the plans that took longest in all are printed.
final class Profile {
    private static final int PRINTED = 4;
    private static final int LAST = 1024; // runs of which the median is
    private static final List<Program> PROGRAMS = new ArrayList<>();

    private final AtomicLongArray sums;
    private final AtomicLongArray counts;
    private final AtomicLongArray shortest;
    private final AtomicLongArray last;

    Profile(int steps) {
        sums = new AtomicLongArray(steps);
        counts = new AtomicLongArray(steps);
        shortest = new AtomicLongArray(steps);
        last = new AtomicLongArray(steps * LAST);
        for (int i = 0; i < steps; i++) {
            shortest.set(i, Long.MAX_VALUE);
        }
    }

    /// Has a plan printed at the end.
    static void atExit(Program program) {
        synchronized (PROGRAMS) {
            if (PROGRAMS.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(Profile::print));
            }
            PROGRAMS.add(program);
        }
    }

    @SuppressWarnings("SystemOut") // what was asked for
    private static void print() {
        synchronized (PROGRAMS) {
            PROGRAMS.stream()
                    .sorted(Comparator.comparingDouble(Program::nanos).reversed())
                    .limit(PRINTED)
                    .forEach(program -> System.out.println(program.plan()));
        }
    }

    /// Of all steps and runs.
    double nanos() {
        double all = 0;
        for (int i = 0; i < sums.length(); i++) {
            all += sums.get(i);
        }
        return all;
    }

    void add(int step, long nanos) {
        sums.addAndGet(step, nanos);
        long run = counts.getAndIncrement(step);
        last.set(step * LAST + (int) (run % LAST), nanos);
        if (nanos < shortest.get(step)) {
            shortest.set(step, nanos);
        }
    }

    /// ` 12.3 15.0 µs`: the shortest and the median time of a step.
    String column(int step) {
        return counts.get(step) == 0
                ? "                  "
                : "%8.1f %8.1f µs ".formatted(shortest.get(step) / 1e3, median(step));
    }

    String total() {
        double all = 0;
        double least = 0;
        for (int i = 0; i < sums.length(); i++) {
            all += median(i);
            least += counts.get(i) == 0 ? 0 : shortest.get(i) / 1e3;
        }
        long runs = counts.length() == 0 ? 0 : counts.get(0);
        return "%8.1f %8.1f µs in all (shortest, median; %d runs)".formatted(least, all, runs);
    }

    private double median(int step) {
        int runs = (int) Math.min(LAST, counts.get(step));
        var nanos = IntStream.range(step * LAST, step * LAST + runs).mapToLong(last::get).sorted();
        return nanos.skip(runs / 2).findFirst().orElse(0) / 1e3;
    }
}
