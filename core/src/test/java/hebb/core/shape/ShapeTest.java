package hebb.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    private static final Shape IMAGES = Shape.of(Shape.UNKNOWN, 28, 28);

    @Test
    void printsAsPythonsTuples() {
        assertThat(IMAGES).hasToString("(None, 28, 28)");
        assertThat(Shape.of(3)).hasToString("(3,)");
        assertThat(Shape.of()).hasToString("()");
    }

    @Test
    void countsAxesFromEitherEnd() {
        var shape = Shape.of(2, 3, 4);
        assertThat(shape.dim(0)).isEqualTo(2);
        assertThat(shape.dim(-1)).isEqualTo(4);
        assertThat(shape.axis(-3)).isZero();
        assertThat(shape.rank()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -4})
    void saysWhichAxesThereAre(int axis) {
        assertThatThrownBy(() -> IMAGES.dim(axis))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        "Shape (None, 28, 28): there is no axis "
                                + axis
                                + "\n  expected: an axis from -3 to 2");
    }

    @Test
    void aScalarHasNoAxis() {
        assertThatThrownBy(() -> Shape.of().dim(0))
                .hasMessage(
                        "Shape (): there is no axis 0\n"
                                + "  expected: no axis at all: this is a scalar");
    }

    @Test
    void refusesNegativeLengths() {
        assertThatThrownBy(() -> Shape.of(2, -2))
                .hasMessage(
                        "Shape: an axis has a negative length\n"
                                + "  received: [2, -2]      expected: lengths of 0 or more, or -1"
                                + " where it is not known");
    }

    @Test
    void sizeIsTheProduct() {
        assertThat(Shape.of(2, 3, 4).size()).isEqualTo(24);
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of(5, 0, 3).size()).isZero();
        assertThat(Shape.of(100_000, 100_000, 0).size()).isZero();
        assertThat(Shape.of(Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aSizeMustFitAnArray() {
        assertThatThrownBy(() -> Shape.of(65536, 32768).size())
                .hasMessage(
                        "Shape (65536, 32768): too large for one tensor\n"
                                + "  expected: at most 2147483647 elements");
        assertThatThrownBy(() -> Shape.of(65536, 65536, 65536, 65536).size())
                .hasMessageContaining("too large for one tensor");
    }

    @Test
    void aSizeMustBeKnown() {
        assertThat(IMAGES.isKnown()).isFalse();
        assertThat(Shape.of(2).isKnown()).isTrue();
        assertThatThrownBy(IMAGES::size)
                .hasMessage(
                        "Shape (None, 28, 28): its size is not known yet\n"
                                + "  expected: a shape without None");
    }

    @Test
    void stridesAreRowMajor() {
        assertThat(Shape.of(2, 3, 4).strides()).containsExactly(12, 4, 1);
        assertThat(Shape.of().strides()).isEmpty();
    }

    @Test
    void makesOthers() {
        var shape = Shape.of(2, 3);
        assertThat(shape.with(-1, 5)).isEqualTo(Shape.of(2, 5));
        assertThat(shape.append(4)).isEqualTo(Shape.of(2, 3, 4));
        assertThat(shape.prepend(4, 5)).isEqualTo(Shape.of(4, 5, 2, 3));
        assertThat(shape.drop(0)).isEqualTo(Shape.of(3));
        assertThat(Shape.of(2, 3, 4).slice(0, -1)).isEqualTo(shape);
        assertThat(Shape.of(2, 3, 4).slice(-1, 3)).isEqualTo(Shape.of(4));
        assertThat(Shape.of(List.of(2, 3))).isEqualTo(shape);
        assertThat(shape).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(shape).isNotEqualTo(Shape.of(3, 2));
    }

    @Test
    void changesWithNoArrayHandedOutOrIn() {
        var dims = new int[] {2, 3};
        var shape = Shape.of(dims);
        dims[0] = 9;
        shape.dims()[1] = 9;
        assertThat(shape).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void unknownAxesMatchAnyLength() {
        assertThat(IMAGES.matches(Shape.of(32, 28, 28))).isTrue();
        assertThat(Shape.of(32, 28, 28).matches(IMAGES)).isTrue();
        assertThat(IMAGES.matches(Shape.of(32, 28, 27))).isFalse();
        assertThat(IMAGES.matches(Shape.of(28, 28))).isFalse();
    }
}
