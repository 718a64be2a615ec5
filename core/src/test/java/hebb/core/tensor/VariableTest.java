package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(OnReference.class)
class VariableTest {
    @Test
    void holdsACopy() {
        var w = Variable.of("kernel", Tensor.of(1f, 2));
        var before = w.value();
        w.assign(Tensor.of(3f, 4));
        assertThat(before.toFloats()).containsExactly(1, 2);
        assertThat(w.value().toFloats()).containsExactly(3, 4);
    }

    @Test
    void saysWhatItIs() {
        var w = Variable.zeros("kernel", Spec.of(784, 128));
        assertThat(w).hasToString("kernel float32(784, 128)");
        assertThat(w.name()).isEqualTo("kernel");
        assertThat(w.shape()).isEqualTo(Shape.of(784, 128));
        assertThat(w.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(w.value().toFloats()).containsOnly(0);
    }

    @Test
    void takesOnlyWhatFits() {
        var w = Variable.zeros("kernel", Spec.of(2));
        assertThatThrownBy(() -> w.assign(Tensor.of(1.0, 2)))
                .hasMessage(
                        "Variable 'kernel': the new value does not fit\n"
                                + "  received: float64(2,)      expected: float32(2,)");
        assertThatThrownBy(() -> w.assign(Tensor.of(1f))).hasMessageContaining("float32(1,)");
    }

    @Test
    void showsItsOnlyElement() {
        assertThat(Variable.of("step", Tensor.scalar(3, DType.INT64)).item()).isEqualTo(3);
        assertThatThrownBy(() -> Variable.zeros("kernel", Spec.of(2)).item())
                .hasMessage(
                        "Variable 'kernel': there is not just one element\n"
                                + "  received: float32(2,)");
    }

    @ParameterizedTest
    @EnumSource
    void isFilled(DType type) {
        var w = Variable.zeros("w", new Spec(Shape.of(3), type));
        w.fill(1);
        assertThat(w.value().toInts()).containsExactly(1, 1, 1);
    }

    @Test
    void comparesByIdentity() {
        var value = Tensor.of(1f);
        assertThat(Variable.of("w", value)).isNotEqualTo(Variable.of("w", value));
    }
}
