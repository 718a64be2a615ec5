package hebb.data.image;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// How the pixels of an image of another size are made of those that it has: a filter along each
/// axis, centred on the new pixel's place among the old ones. The pixels outside do not count.
/// Keras, JAX and `tf.image.resize` compute alike.
public enum Interpolation {
    /// The pixel whose area the new centre lies in.
    NEAREST(x -> 0),
    /// A triangle: 1 - |x|.
    BILINEAR(x -> Math.max(0, 1 - x)),
    /// Keys's cubic with a = -1/2.
    BICUBIC(Interpolation::keys),
    /// Lanczos's windowed sine of radius 3.
    LANCZOS3(x -> lanczos(x, 3)),
    /// Lanczos's windowed sine of radius 5.
    LANCZOS5(x -> lanczos(x, 5)),
    /// A Gaussian of radius 1.5, a standard deviation being a third of that.
    GAUSSIAN(x -> x < 1.5 ? Math.exp(-2 * x * x) : 0),
    /// Mitchell's and Netravali's cubic with B = C = 1/3.
    MITCHELLCUBIC(Interpolation::mitchell),
    /// The mean of the old pixels that the new one covers, each by its share.
    AREA(x -> 0);

    /// Filters whose sum is smaller than this give 0.
    private static final double SMALLEST_SUM = 1000 * Math.ulp(1f);

    private final DoubleUnaryOperator filter;

    Interpolation(DoubleUnaryOperator filter) {
        this.filter = filter;
    }

    /// The share of each of `from` old pixels in each of `to` new ones, along one axis: `to` rows
    /// of `from` numbers.
    ///
    /// With `antialias`, filters grow with the step from pixel to pixel where an image shrinks; it
    /// makes no difference for NEAREST and AREA.
    public float[][] shares(int from, int to, boolean antialias) {
        var exact = exactShares(from, to, antialias);
        var shares = new float[to][from];
        for (int i = 0; i < to; i++) {
            for (int j = 0; j < from; j++) {
                shares[i][j] = (float) exact[i][j];
            }
        }
        return shares;
    }

    /// The same before they are rounded to float32.
    double[][] exactShares(int from, int to, boolean antialias) {
        var shares = new double[to][from];
        double step = (double) from / to;
        for (int i = 0; i < to; i++) {
            switch (this) {
                case NEAREST -> shares[i][nearest(i, from, to)] = 1;
                case AREA -> cover(shares[i], i * step, step);
                default -> filter(shares[i], (i + 0.5) * step - 0.5, antialias ? step : 1);
            }
        }
        return shares;
    }

    /// The number of the old pixel that is nearest to a new one.
    static int nearest(int i, int from, int to) {
        return (int) ((i + 0.5) * from / to);
    }

    private static void cover(double[] shares, double start, double step) {
        double end = start + step;
        for (int j = (int) start; j < Math.min(shares.length, Math.ceil(end)); j++) {
            double covered = Math.min(j + 1, end) - Math.max(j, start);
            shares[j] = Math.max(0, covered) / step;
        }
    }

    private void filter(double[] shares, double centre, double step) {
        double width = Math.max(1, step);
        double sum = 0;
        for (int j = 0; j < shares.length; j++) {
            shares[j] = filter.applyAsDouble(Math.abs(centre - j) / width);
            sum += shares[j];
        }
        boolean isNone = Math.abs(sum) <= SMALLEST_SUM;
        for (int j = 0; j < shares.length; j++) {
            shares[j] = isNone ? 0 : shares[j] / sum;
        }
    }

    private static double keys(double x) {
        if (x >= 2) {
            return 0;
        }
        return x >= 1 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : (1.5 * x - 2.5) * x * x + 1;
    }

    private static double mitchell(double x) {
        if (x >= 2) {
            return 0;
        }
        return x >= 1
                ? (((-7 * x + 36) * x - 60) * x + 32) / 18
                : ((21 * x - 36) * x * x + 16) / 18;
    }

    private static double lanczos(double x, double radius) {
        if (x > radius) {
            return 0;
        }
        double angle = Math.PI * x;
        return x > 1e-3 ? radius * Math.sin(angle) * Math.sin(angle / radius) / (angle * angle) : 1;
    }

    /// Keras's name: `bilinear`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
