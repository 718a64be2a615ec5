package hebb.eval;

/// Sums and means in the order in which numpy adds: the last bit decides what 0.665 is rounded to.
final class Pairwise {
    private static final int BLOCK = 128;
    private static final int LANES = 8;

    private Pairwise() {}

    static double sum(double... values) {
        return sum(values, 0, values.length);
    }

    private static double sum(double[] values, int from, int count) {
        if (count < LANES) {
            double sum = -0.0;
            for (int i = from; i < from + count; i++) {
                sum += values[i];
            }
            return sum + 0.0;
        }
        if (count > BLOCK) {
            int half = count / 2;
            half -= half % LANES;
            return sum(values, from, half) + sum(values, from + half, count - half);
        }
        var r = new double[LANES];
        System.arraycopy(values, from, r, 0, LANES);
        int i = LANES;
        for (; i < count - count % LANES; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                r[lane] += values[from + i + lane];
            }
        }
        double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        for (; i < count; i++) {
            sum += values[from + i];
        }
        return sum;
    }

    static double mean(double... values) {
        return sum(values) / values.length;
    }

    /// The mean with these weights.
    static double mean(double[] values, double[] weights) {
        var weighed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            weighed[i] = values[i] * weights[i];
        }
        return sum(weighed) / sum(weights);
    }

    /// The standard deviation, over the number of values.
    static double deviation(double... values) {
        double mean = mean(values);
        var squares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            squares[i] = (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(mean(squares));
    }
}
