package hebb.nn.layers;

import hebb.core.shape.HebbException;
import java.util.List;

/// The range that a random factor is drawn from.
///
/// @param low the smallest
/// @param high the largest
record FactorRange(double low, double high) {
    /// Any factor from `-factor` to `factor`, but none outside of the bounds.
    static FactorRange around(String where, double factor, double least, double most) {
        if (!(factor >= least && factor <= most)) {
            throw wrong(where, factor, least, most);
        }
        return new FactorRange(Math.max(-Math.abs(factor), least), Math.abs(factor));
    }

    /// Any factor between two.
    static FactorRange between(String where, double a, double b, double least, double most) {
        if (!(Math.max(a, b) <= most && Math.min(a, b) >= least)) {
            throw wrong(where, List.of(a, b), least, most);
        }
        return new FactorRange(Math.min(a, b), Math.max(a, b));
    }

    private static HebbException wrong(String where, Object factor, double least, double most) {
        return HebbException.of(where, "the factor is out of range")
                .received(factor)
                .expected("from " + least + " to " + most);
    }

    /// From a file: two numbers, or one that stands for a range around 0.
    static FactorRange parse(String where, Object value, double least, double most) {
        if (value instanceof List<?> list
                && list.size() == 2
                && list.get(0) instanceof Number a
                && list.get(1) instanceof Number b) {
            return between(where, a.doubleValue(), b.doubleValue(), least, most);
        }
        if (value instanceof Number n) {
            return around(where, n.doubleValue(), least, most);
        }
        throw HebbException.of(where, "the factor is no range")
                .received(value)
                .expected("a number, or two of them");
    }

    /// As files hold it.
    Object list() {
        return List.of(low, high);
    }
}
