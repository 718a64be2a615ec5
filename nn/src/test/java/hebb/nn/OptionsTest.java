package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private int units = 3;
    private String mode = "auto";
    private Optional<Double> limit = Optional.empty();

    private Options options() {
        return Options.of("units", int.class, units, v -> units = v)
                .and("mode", String.class, mode, v -> mode = v)
                .optional("limit", Double.class, limit, v -> limit = v);
    }

    @Test
    void areReadInTheirOrder() {
        assertThat(options().names()).containsExactly("units", "mode", "limit");
        assertThat(options().values())
                .isEqualTo(Map.of("units", 3, "mode", "auto", "limit", Optional.empty()));
    }

    @Test
    void arePrintedAsInPython() {
        assertThat(options()).hasToString("units=3, mode='auto', limit=None");
    }

    @Test
    void areAssignedByName() {
        options().assign("units", 5);
        options().assign("limit", 0.5);
        assertThat(options()).hasToString("units=5, mode='auto', limit=0.5");
        options().assign("limit", Optional.empty());
        assertThat(limit).isEmpty();
    }

    @Test
    void aMistypedNameIsMended() {
        Wrong.says(
                """
                Options: there is no option of that name
                  received: 'unit'      expected: one of units, mode, limit
                  fix: did you mean 'units'?
                """,
                () -> options().assign("unit", 5));
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        Wrong.says(
                """
                option 'units': the value has another type
                  received: 'many'      expected: Integer
                """,
                () -> options().assign("units", "many"));
        Wrong.says(
                """
                option 'limit': the value has another type
                  received: 'none'      expected: Double, or None
                """,
                () -> options().assign("limit", "none"));
    }
}
