package hebb.bench;

import java.util.Collections;
import java.util.List;

/// The mean time of a training step in each round, in nanoseconds, in the order of the rounds.
record StepTimes(List<Double> nanos) {
    StepTimes {
        nanos = List.copyOf(nanos);
    }

    double min() {
        return Collections.min(nanos);
    }

    double median() {
        return median(nanos);
    }

    /// How much slower the slower half of the rounds was than the other, median to median: .15 is
    /// 15 %. Of an odd number, the middle round belongs to neither half.
    double drift() {
        int half = nanos.size() / 2;
        double first = median(nanos.subList(0, half));
        double second = median(nanos.subList(nanos.size() - half, nanos.size()));
        return Math.max(first, second) / Math.min(first, second) - 1;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
