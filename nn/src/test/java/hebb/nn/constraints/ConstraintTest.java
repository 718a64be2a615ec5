package hebb.nn.constraints;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.nn.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintTest {
    private static final Golden KERAS = Golden.of("weights");

    private static void assertKeras(String name, Constraint constraint, String given) {
        assertClose(constraint.of(KERAS.tensor("given", given)), KERAS.tensor(name, "y"));
    }

    @Test
    void rulesAreThoseOfKeras() {
        assertKeras("max_norm", MaxNorm.of(), "matrix");
        assertKeras("max_norm_axes", MaxNorm.of(1.5).axis(0, 1, 2), "kernel");
        assertKeras("max_norm_zero", MaxNorm.of(), "zero");
        assertKeras("non_neg", NonNeg.of(), "matrix");
        assertKeras("unit_norm", UnitNorm.of().axis(1), "matrix");
        assertKeras("unit_norm_zero", UnitNorm.of(), "zero");
        assertKeras("min_max_norm", MinMaxNorm.of(1, 2).rate(0.5), "matrix");
    }

    @Test
    void noneChangesNothing() {
        var weight = KERAS.tensor("given", "matrix");
        assertThat(Constraint.none().of(weight)).isSameAs(weight);
    }

    @Test
    void listsItsOptions() {
        assertThat(MaxNorm.of()).hasToString("MaxNorm(max_value=2.0, axis=0)");
        assertThat(MaxNorm.of().axis(0, 1)).hasToString("MaxNorm(max_value=2.0, axis=[0, 1])");
        assertThat(NonNeg.of()).hasToString("NonNeg()");
        assertThat(UnitNorm.of()).hasToString("UnitNorm(axis=0)");
        assertThat(MinMaxNorm.of())
                .hasToString("MinMaxNorm(min_value=0.0, max_value=1.0, rate=1.0, axis=0)");
    }

    @Test
    void axesAreANumberOrAList() {
        var constraint = MaxNorm.of();
        constraint.options().assign("axis", List.of(0, 1));
        assertThat(constraint).hasToString("MaxNorm(max_value=2.0, axis=[0, 1])");
        constraint.options().assign("axis", 1);
        assertThat(constraint).hasToString("MaxNorm(max_value=2.0, axis=1)");
    }
}
