package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.nn.Options;
import java.util.List;
import java.util.function.Consumer;

/// The range that a random factor is drawn from.
///
/// @param low the smallest
/// @param high the largest
record FactorRange(double low, double high) {
    /// The colours of bytes.
    static final FactorRange BYTES = new FactorRange(0, 255);

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

    /// A range of colours, which is not empty.
    static FactorRange colors(String where, double from, double to) {
        if (!(from < to)) {
            throw HebbException.of(where, "value_range is no range")
                    .received(List.of(from, to))
                    .expected("two numbers, the larger one behind");
        }
        return new FactorRange(from, to);
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

    /// The option `value_range`, a range of colours.
    Options colorsOption(String where, Consumer<FactorRange> assign) {
        return option(where, "value_range", -Double.MAX_VALUE, Double.MAX_VALUE, assign);
    }

    /// The option of this name, whose numbers lie within these bounds.
    Options option(
            String where, String name, double least, double most, Consumer<FactorRange> assign) {
        return Options.of(
                name, Object.class, list(), v -> assign.accept(parse(where, v, least, most)));
    }

    /// As files hold it.
    Object list() {
        return List.of(low, high);
    }

    double width() {
        return high - low;
    }
}
