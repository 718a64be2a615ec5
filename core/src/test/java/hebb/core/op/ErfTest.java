package hebb.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values from Abramowitz and Stegun, table 7.1, and Python's math.erf.
class ErfTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1e-300, 1.1283791670955126e-300",
        "0.1, 0.1124629160182848922",
        "0.5, 0.5204998778130465377",
        "1, 0.8427007929497148693",
        "1.5, 0.9661051464753107271",
        "1.9999999, 0.9953222629522538",
        "2, 0.9953222650189527342",
        "3, 0.9999779095030014146",
        "5, 0.9999999999984625402",
        "7, 1",
    })
    void agreesWithTables(double x, double value) {
        assertThat(Erf.of(x)).isCloseTo(value, within(2e-15 * value));
        assertThat(Erf.of(-x)).isCloseTo(-value, within(2e-15 * value));
    }

    @Test
    void specialValues() {
        assertThat(Erf.of(Double.NaN)).isNaN();
        assertThat(Erf.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Erf.of(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Double.doubleToRawLongBits(Erf.of(-0.0)))
                .isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void itsTwoFormulasMeetSmoothly() {
        double below = Erf.of(Math.nextDown(2.0));
        assertThat(Erf.of(2)).isCloseTo(below, within(1e-15));
    }
}
