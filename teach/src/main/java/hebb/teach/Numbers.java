package hebb.teach;

import java.util.Locale;

/// Numbers for people: four decimals where these say enough, else a power of ten.
final class Numbers {
    private static final double SMALL = 1e-3;
    private static final double LARGE = 1e5;

    private Numbers() {}

    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (size == Math.rint(size) && size < LARGE) {
            return minus(String.format(Locale.ROOT, "%.0f", value));
        }
        if (size >= LARGE || size < SMALL) {
            return minus(
                    String.format(Locale.ROOT, "%.1e", value)
                            .replace("e-0", "e-")
                            .replace("e+0", "e"));
        }
        return minus(String.format(Locale.ROOT, size < 100 ? "%.4f" : "%.2f", value));
    }

    /// The same without zeros at the end, for single numbers in a text.
    static String brief(double value) {
        var text = text(value);
        return text.contains(".") && !text.contains("e") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /// With a minus sign instead of a hyphen at the front.
    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /// A factor in a sum, in brackets if it is negative.
    static String factor(double value) {
        return value < 0 ? "(" + text(value) + ")" : text(value);
    }
}
