package hebb.nn.layers;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A short description of how many numbers lie below which value, made batch by batch: values in
/// order, and for how many numbers each stands. In float32 between the steps, as Keras keeps it.
final class Quantiles {
    static final Quantiles NONE = new Quantiles(new float[0], new float[0]);

    private final float[] values;
    private final float[] counts;

    private Quantiles(float[] values, float[] counts) {
        this.values = values;
        this.counts = counts;
    }

    /// With more numbers, at an error of about `epsilon` of all.
    Quantiles and(double[] numbers, double epsilon) {
        return merged(of(numbers, epsilon), this).compressed(epsilon);
    }

    private static Quantiles of(double[] numbers, double epsilon) {
        var sorted = new float[numbers.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (float) numbers[i];
        }
        Arrays.sort(sorted);
        double step = Math.max(1, sorted.length / (1 / epsilon));
        int start = (int) (step - 1);
        int stride = (int) step;
        int count = Math.max(0, (sorted.length - start + stride - 1) / stride);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = sorted[start + i * stride];
        }
        var counts = new float[count];
        Arrays.fill(counts, (float) step);
        return new Quantiles(values, counts);
    }

    private static Quantiles merged(Quantiles a, Quantiles b) {
        int split = a.values.length;
        int size = split + b.values.length;
        var order =
                IntStream.range(0, size)
                        .boxed()
                        .sorted((i, j) -> Float.compare(value(a, b, i), value(a, b, j)))
                        .toList();
        var values = new float[size];
        var counts = new float[size];
        for (int i = 0; i < size; i++) {
            int from = order.get(i);
            values[i] = value(a, b, from);
            counts[i] = from < split ? a.counts[from] : b.counts[from - split];
        }
        return new Quantiles(values, counts);
    }

    private static float value(Quantiles a, Quantiles b, int i) {
        return i < a.values.length ? a.values[i] : b.values[i - a.values.length];
    }

    /// The values that divide the numbers into this many parts of about equal size.
    double[] boundaries(int parts) {
        var values = compressed(1.0 / parts).values;
        return IntStream.range(0, Math.max(0, values.length - 1))
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private Quantiles compressed(double epsilon) {
        if (values.length * epsilon < 1) {
            return this;
        }
        var below = new float[counts.length];
        float sum = 0;
        for (int i = 0; i < below.length; i++) {
            sum += counts[i];
            below[i] = sum;
        }
        var shares = new double[below.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = below[i] / sum;
        }
        int parts = (int) Math.ceil(1 / epsilon);
        var at = IntStream.range(0, parts).mapToDouble(i -> epsilon + i * epsilon).toArray();
        var values = new float[parts];
        var counts = new float[parts];
        double before = 0;
        for (int i = 0; i < parts; i++) {
            values[i] = (float) between(at[i], shares, doubles(this.values));
            double now = between(at[i], shares, doubles(below));
            counts[i] = (float) (now - before);
            before = now;
        }
        return new Quantiles(values, counts);
    }

    private static double[] doubles(float... values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /// The value at x of the line through points; those at the ends go on for ever.
    private static double between(double x, double[] xs, double[] ys) {
        int right = (int) DoubleStream.of(xs).takeWhile(p -> p <= x).count();
        if (right == 0) {
            return ys[0];
        }
        if (right == xs.length) {
            return ys[right - 1];
        }
        double slope = (ys[right] - ys[right - 1]) / (xs[right] - xs[right - 1]);
        return slope * (x - xs[right - 1]) + ys[right - 1];
    }
}
