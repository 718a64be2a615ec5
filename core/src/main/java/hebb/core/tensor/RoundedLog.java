package hebb.core.tensor;

/// The natural logarithm, computed in twice the precision of a double and rounded once: the nearest
/// double, as the C library's is but for one in some thousands. `StrictMath.log` misses it more
/// often, and each miss would be another random number than numpy's.
///
/// With x = 2ᵏ·m, m near 1, and s = (m - 1)/(m + 1) it is k·log 2 + 2·(s + s³/3 + s⁵/5 + …).
/// Numbers are sums of a high and a low part.
final class RoundedLog {
    private static final int TERMS = 20;
    private static final double LOG2_HIGH = 0.6931471805599453;
    private static final double LOG2_LOW = 2.3190468138462996e-17;

    private RoundedLog() {}

    /// Of a positive, finite number.
    static double of(double x) {
        int k = Math.getExponent(x);
        double m = Math.scalb(x, -k);
        if (m > 1.4142135623730951) {
            m /= 2;
            k++;
        }
        double over = m - 1; // exact
        double under = m + 1;
        double lost = m - (under - 1); // what that sum has lost
        double s = over / under;
        double sLow = (Math.fma(-s, under, over) - s * lost) / under;

        double square = s * s;
        double squareLow = Math.fma(s, s, -square) + 2 * s * sLow;
        double high = 0;
        double low = 0;
        for (int n = 2 * TERMS + 1; n > 0; n -= 2) {
            double product = high * square;
            double productLow = Math.fma(high, square, -product) + high * squareLow + low * square;
            double term = 1.0 / n;
            double termLow = Math.fma(-term, n, 1) / n;
            high = term + product; // the term is the larger
            low = (term - high) + product + productLow + termLow;
        }
        double series = 2 * high * s;
        double seriesLow = Math.fma(2 * high, s, -series) + 2 * (high * sLow + low * s);
        double power = k * LOG2_HIGH;
        double powerLow = Math.fma(k, LOG2_HIGH, -power) + k * LOG2_LOW;
        double sum = power + series;
        double back = sum - power;
        double sumLow = (power - (sum - back)) + (series - back);
        return sum + (sumLow + powerLow + seriesLow);
    }
}
