package hebb.teach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-3, −3, −3",
        "0.5, 0.5000, 0.5",
        "-0.12345, −0.1235, −0.1235",
        "123.456, 123.46, 123.46",
        "0.00012, 1.2e-4, 1.2e-4",
        "-2500000.5, −2.5e6, −2.5e6",
        "NaN, NaN, NaN",
        "-Infinity, −∞, −∞"
    })
    void areShort(double value, String text, String brief) {
        assertThat(Numbers.text(value)).isEqualTo(text);
        assertThat(Numbers.brief(value)).isEqualTo(brief);
    }
}
