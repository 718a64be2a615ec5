package hebb.core.op;

/// The error function in float64, 2/√π ∫₀ˣ e^(-t²) dt, to about 1e-15.
///
/// By its Maclaurin series up to |x| = 2, and the continued fraction of erfc beyond (Abramowitz and
/// Stegun, 7.1.6 and 7.1.14).
final class Erf {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private Erf() {}

    static double of(double x) {
        double a = Math.abs(x);
        if (!(a < 6)) {
            return Double.isNaN(x) ? x : Math.signum(x);
        }
        return Math.copySign(a < 2 ? series(a) : 1 - complement(a), x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * sum; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * StrictMath.exp(-x * x) * sum;
    }

    private static double complement(double x) {
        double fraction = 0;
        for (int n = 60; n > 0; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        return StrictMath.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
    }
}
