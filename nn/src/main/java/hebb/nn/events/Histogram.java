package hebb.nn.events;

import java.util.Arrays;

/// How many of some numbers lie in each of 30 equally wide ranges, as TensorFlow's
/// `HistogramProto`. Numbers that are not finite do not count.
record Histogram(Ends ends, Sums sums, Ranges ranges) {
    private static final int RANGES = 30;

    private record Ends(double min, double max) {}

    private record Sums(double count, double sum, double squares) {}

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Ranges(double[] limits, double[] counts) {}

    static Histogram of(double... all) {
        var numbers = Arrays.stream(all).filter(Double::isFinite).toArray();
        double min = Arrays.stream(numbers).min().orElse(0);
        double max = Arrays.stream(numbers).max().orElse(0);
        double width = (max - min) / RANGES;
        var limits = new double[RANGES];
        var counts = new double[RANGES];
        for (int i = 0; i < RANGES; i++) {
            limits[i] = i == RANGES - 1 ? max : min + width * (i + 1);
        }
        for (double number : numbers) {
            int range = width == 0 ? RANGES - 1 : (int) ((number - min) / width);
            counts[Math.min(range, RANGES - 1)]++;
        }
        double squares = Arrays.stream(numbers).map(n -> n * n).sum();
        return new Histogram(
                new Ends(min, max),
                new Sums(numbers.length, Arrays.stream(numbers).sum(), squares),
                new Ranges(limits, counts));
    }

    Message message() {
        return new Message()
                .with(1, ends.min)
                .with(2, ends.max)
                .with(3, sums.count)
                .with(4, sums.sum)
                .with(5, sums.squares)
                .with(6, ranges.limits)
                .with(7, ranges.counts);
    }
}
