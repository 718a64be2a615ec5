package hebb.nn.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.nn.Wrong;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {
    private static final Map<String, Double> NUMBERS =
            Map.of("epoch", 3.0, "batch", 120.0, "val_loss", 0.123456, "loss", 2.0);

    @ParameterizedTest
    @CsvSource({
        "m.keras, m.keras",
        "{epoch}.keras, 3.keras",
        "m-{epoch:02d}-{val_loss:.2f}.keras, m-03-0.12.keras",
        "{batch:05d}.keras, 00120.keras",
        "{val_loss}.keras, 0.123456.keras",
        "{loss:.3f}.keras, 2.000.keras",
        "{loss:8.2f}|, '    2.00|'"
    })
    void isFilledAsPythonDoes(String template, String expected) {
        assertThat(PathTemplate.filled(template, NUMBERS)).isEqualTo(expected);
    }

    @Test
    void anUnknownNameIsMended() {
        Wrong.says(
                """
                ModelCheckpoint: nothing of that name is measured
                  received: '{epocs}.keras'      expected: one of epoch
                  fix: did you mean 'epoch'?
                """,
                () -> PathTemplate.filled("{epocs}.keras", Map.of("epoch", 1.0)));
    }
}
