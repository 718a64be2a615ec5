package hebb.cli.conformance;

import hebb.core.tensor.Tensor;

/// How far Hebb's numbers lie from Keras's.
///
/// @param what the numbers' name
/// @param error the largest difference, relative to what is allowed
/// @param share that difference as a share of what is allowed; above 1 it is too large
record Deviation(String what, double error, double share) {
    private static final Deviation NONE = new Deviation("", 0, 0);

    static Deviation none() {
        return NONE;
    }

    static Deviation of(String what, double value, double expected, Tolerance tolerance) {
        if (value == expected || (Double.isNaN(value) && Double.isNaN(expected))) {
            return new Deviation(what, 0, 0);
        }
        double error = Math.abs(value - expected);
        return Double.isFinite(error)
                ? new Deviation(what, error, error / tolerance.allowed(expected))
                : new Deviation(what, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    static Deviation of(String what, Tensor value, Tensor expected, Tolerance tolerance) {
        if (!value.shape().equals(expected.shape())) {
            return new Deviation(
                    what + ", of shape " + value.shape() + " instead of " + expected.shape(),
                    Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY);
        }
        var values = value.toDoubles();
        var expectations = expected.toDoubles();
        var worst = new Deviation(what, 0, 0);
        for (int i = 0; i < values.length; i++) {
            worst = worst.or(of(what, values[i], expectations[i], tolerance));
        }
        return worst;
    }

    /// The larger of both, by its share.
    Deviation or(Deviation other) {
        return other.share > share ? other : this;
    }

    boolean isAllowed() {
        return share <= 1;
    }

    @Override
    public String toString() {
        return "%.1e (%s, %.0f %% of what is allowed)".formatted(error, what, 100 * share);
    }
}
