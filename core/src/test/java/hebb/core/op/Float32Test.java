package hebb.core.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// The accuracy that [Float32] promises, at every 4099th of all float32 numbers (a prime: all
/// magnitudes, both signs, subnormal numbers, infinities and NaNs are among them).
class Float32Test {
    private static final int STEP = 4099;

    @Test
    void exp() {
        assertThat(error(Float32::exp, StrictMath::exp)).isLessThan(1.1);
    }

    @Test
    void log() {
        assertThat(error(Float32::log, StrictMath::log)).isLessThan(0.9);
    }

    @Test
    void tanh() {
        assertThat(error(Float32::tanh, StrictMath::tanh)).isLessThan(1.4);
    }

    @Test
    void sigmoid() {
        assertThat(error(Float32::sigmoid, Unary.SIGMOID::apply)).isLessThan(2.5);
    }

    @Test
    void specialValues() {
        float inf = Float.POSITIVE_INFINITY;
        float nan = Float.NaN;
        float tiny = Float.MIN_VALUE;
        check(Float32::exp, StrictMath::exp, 0f, -0f, tiny, inf, -inf, nan, 88.7f, 88.73f, -103.9f);
        check(Float32::log, StrictMath::log, 0f, -0f, tiny, inf, -inf, nan, 1f, -1f, -tiny);
        check(Float32::tanh, StrictMath::tanh, 0f, -0f, tiny, -tiny, inf, -inf, nan, 20f, -20f);
        check(
                Float32::sigmoid,
                Unary.SIGMOID::apply,
                0f,
                -0f,
                tiny,
                inf,
                -inf,
                nan,
                90f,
                -88.8f,
                -103f,
                -105f);
    }

    private static void check(Function function, DoubleUnaryOperator exact, float... points) {
        for (float x : points) {
            assertThat(error(function, exact, x)).as("error at %s", x).isLessThan(2.5);
        }
    }

    private static double error(Function function, DoubleUnaryOperator exact) {
        double worst = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STEP) {
            worst = Math.max(worst, error(function, exact, Float.intBitsToFloat((int) bits)));
        }
        return worst;
    }

    /// In units of the last place; infinite where NaN, an infinity or a zero's sign is wrong.
    private static double error(Function function, DoubleUnaryOperator exact, float x) {
        double expected = exact.applyAsDouble(x);
        float rounded = (float) expected;
        float actual = function.apply(x);
        if (Float.compare(actual, rounded) == 0) {
            return 0; // correctly rounded
        }
        if (!Float.isFinite(rounded) || !Float.isFinite(actual) || (rounded == 0 && actual == 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.abs(actual - expected) / Math.ulp(rounded);
    }

    private interface Function {
        float apply(float x);
    }
}
