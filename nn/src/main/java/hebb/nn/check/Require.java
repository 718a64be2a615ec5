package hebb.nn.check;

import hebb.core.shape.HebbException;

/// Rules for the values of options: each method gives back the value, or throws an error that names
/// the class, the option and the rule.
public final class Require {
    private Require() {}

    /// A whole number of `least` or more.
    public static int atLeast(String where, String option, int least, int value) {
        if (value < least) {
            throw wrong(where, option, "is too small", value).expected(least + " or more");
        }
        return value;
    }

    /// A whole number of 1 or more.
    public static int positive(String where, String option, int value) {
        if (value < 1) {
            throw wrong(where, option, "is not positive", value).expected("1 or more");
        }
        return value;
    }

    /// A finite number above 0.
    public static double positive(String where, String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw wrong(where, option, "is not positive", value).expected("a number above 0");
        }
        return value;
    }

    /// A finite number of 0 or more.
    public static double notNegative(String where, String option, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw wrong(where, option, "is negative or not finite", value).expected("0 or more");
        }
        return value;
    }

    /// A number from 0 to 1.
    public static double fraction(String where, String option, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw wrong(where, option, "is not between 0 and 1", value).expected("from 0 to 1");
        }
        return value;
    }

    private static HebbException wrong(String where, String option, String what, Object value) {
        return HebbException.of(where, option + " " + what).received(value);
    }
}
