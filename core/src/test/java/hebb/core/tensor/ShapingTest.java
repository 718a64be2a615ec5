package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnReference.class)
class ShapingTest {
    private static final Tensor SIX = Tensor.of(new int[][] {{0, 1, 2}, {3, 4, 5}});

    private static void check(Tensor actual, Shape shape, int... elements) {
        assertThat(actual.shape()).isEqualTo(shape);
        assertThat(actual.toInts()).containsExactly(elements);
    }

    @Test
    void repeatsElementsAlongAnAxis() {
        check(SIX.repeat(2, 1), Shape.of(2, 6), 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        check(SIX.repeat(2, -2), Shape.of(4, 3), 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
        assertThatThrownBy(() -> SIX.repeat(0, 1))
                .hasMessage(
                        """
                        repeat: times is not positive
                          received: 0      expected: 1 or more\
                        """);
    }

    @Test
    void reshapes() {
        check(SIX.reshape(3, 2), Shape.of(3, 2), 0, 1, 2, 3, 4, 5);
        check(SIX.reshape(-1, 1, 2), Shape.of(3, 1, 2), 0, 1, 2, 3, 4, 5);
        check(SIX.flatten(), Shape.of(6), 0, 1, 2, 3, 4, 5);
        assertThat(SIX.reshape(2, 3)).isSameAs(SIX);
        assertThatThrownBy(() -> SIX.reshape(4, -1)).isInstanceOf(HebbException.class);
    }

    @Test
    void addsAndTakesAxes() {
        assertThat(SIX.expandDims(0).shape()).isEqualTo(Shape.of(1, 2, 3));
        assertThat(SIX.expandDims(-1).shape()).isEqualTo(Shape.of(2, 3, 1));
        assertThat(SIX.expandDims(2).shape()).isEqualTo(Shape.of(2, 3, 1));
        var thin = SIX.reshape(1, 2, 1, 3);
        assertThat(thin.squeeze().shape()).isEqualTo(Shape.of(2, 3));
        assertThat(thin.squeeze(0).shape()).isEqualTo(Shape.of(2, 1, 3));
        assertThat(thin.squeeze(-2, 0).shape()).isEqualTo(Shape.of(2, 3));
        assertThatThrownBy(() -> SIX.expandDims(3))
                .hasMessage(
                        "expandDims: there is no place 3 for an axis\n"
                                + "  received: (2, 3)      expected: a place from -3 to 2");
        assertThatThrownBy(() -> SIX.squeeze(1))
                .hasMessage("squeeze: axis 1 is not of length 1\n  received: (2, 3)");
    }

    @Test
    void transposes() {
        check(SIX.transpose(), Shape.of(3, 2), 0, 3, 1, 4, 2, 5);
        check(SIX.transpose(1, 0), Shape.of(3, 2), 0, 3, 1, 4, 2, 5);
        check(SIX.transpose(-1, 0), Shape.of(3, 2), 0, 3, 1, 4, 2, 5);
        check(SIX.swapAxes(0, -1), Shape.of(3, 2), 0, 3, 1, 4, 2, 5);
        check(SIX.reshape(1, 2, 3).transpose(2, 0, 1), Shape.of(3, 1, 2), 0, 3, 1, 4, 2, 5);
        assertThatThrownBy(() -> SIX.transpose(0, 0)).isInstanceOf(HebbException.class);
    }

    @Test
    void repeats() {
        check(Tensor.of(1, 2).broadcastTo(Shape.of(2, 2)), Shape.of(2, 2), 1, 2, 1, 2);
        assertThat(SIX.broadcastTo(Shape.of(2, 3))).isSameAs(SIX);
        assertThatThrownBy(() -> SIX.broadcastTo(Shape.of(3))).isInstanceOf(HebbException.class);
    }

    @Test
    void givesParts() {
        check(SIX.slice(1, 1, 3), Shape.of(2, 2), 1, 2, 4, 5);
        check(SIX.slice(-1, 0, -1), Shape.of(2, 2), 0, 1, 3, 4);
        check(SIX.slice(1, -2, 3), Shape.of(2, 2), 1, 2, 4, 5);
        check(SIX.slice(1, 0, 3, 2), Shape.of(2, 2), 0, 2, 3, 5);
        check(SIX.sliceFrom(0, 1), Shape.of(1, 3), 3, 4, 5);
        check(SIX.sliceFrom(1, -1), Shape.of(2, 1), 2, 5);
        check(SIX.get(1), Shape.of(3), 3, 4, 5);
        check(SIX.get(-2).get(-1), Shape.of(), 2);
        assertThatThrownBy(() -> SIX.get(2))
                .hasMessage(
                        "slice: the range lies outside axis 0\n"
                                + "  received: 2:3:1      expected: 0 <= start <= stop <= 2 and"
                                + " step >= 1");
        assertThatThrownBy(() -> SIX.slice(1, 2, 1)).isInstanceOf(HebbException.class);
        assertThatThrownBy(() -> SIX.slice(1, 0, 3, 0)).isInstanceOf(HebbException.class);
    }

    @Test
    void pads() {
        check(
                SIX.pad(List.of(0, 1), List.of(1, 0), 9),
                Shape.of(3, 4),
                9,
                0,
                1,
                2,
                9,
                3,
                4,
                5,
                9,
                9,
                9,
                9);
        assertThatThrownBy(() -> SIX.pad(List.of(1), List.of(1), 0))
                .isInstanceOf(HebbException.class);
    }

    @Test
    void reverses() {
        check(SIX.reverse(1), Shape.of(2, 3), 2, 1, 0, 5, 4, 3);
        check(SIX.reverse(0, -1), Shape.of(2, 3), 5, 4, 3, 2, 1, 0);
        check(SIX.reverse(), Shape.of(2, 3), 0, 1, 2, 3, 4, 5);
    }

    @Test
    void takesByIndex() {
        check(SIX.take(Tensor.of(2, 0), 1), Shape.of(2, 2), 2, 0, 5, 3);
        check(SIX.take(Tensor.of(1L), 0), Shape.of(1, 3), 3, 4, 5);
        check(SIX.take(Tensor.of(2, 0).cast(DType.UINT8), -1), Shape.of(2, 2), 2, 0, 5, 3);
        assertThatThrownBy(() -> SIX.take(Tensor.of(0, 3), 1))
                .hasMessage(
                        "take: an index is out of range\n"
                                + "  received: 3 at (1,) of indices of shape (2,)      expected: 0"
                                + " to 2, the positions of the axis");
    }

    @Test
    void encodesClasses() {
        var rows = Tensor.of(2, 0, 5).oneHot(3);
        assertThat(rows.spec()).isEqualTo(Spec.of(3, 3));
        assertThat(rows.toInts()).containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 0);
        assertThat(Tensor.of(new int[][] {{1}}).oneHot(2).shape()).isEqualTo(Shape.of(1, 1, 2));
        assertThat(Tensor.of(1, 0).cast(DType.UINT8).oneHot(2).toInts())
                .containsExactly(0, 1, 1, 0);
    }
}
