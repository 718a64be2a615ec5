package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnReference.class)
class SortingTest {
    private static final Tensor ROWS = Tensor.of(new float[][] {{3, 1, 2}, {0, Float.NaN, -5}});

    @Test
    void sortsRows() {
        assertThat(ROWS.argsort(-1).toInts()).containsExactly(1, 2, 0, 2, 0, 1);
        assertThat(ROWS.sort(1).toFloats()).containsExactly(1, 2, 3, -5, 0, Float.NaN);
    }

    @Test
    void sortsColumns() {
        assertThat(ROWS.argsort(0).toInts()).containsExactly(1, 0, 1, 0, 1, 0);
        assertThat(ROWS.sort(0).toFloats()).containsExactly(0, 1, -5, 3, Float.NaN, 2);
    }

    @Test
    void keepsTheOrderOfEquals() {
        assertThat(Tensor.of(2f, -0f, 0f, 2f, 0f).argsort(0).toInts())
                .containsExactly(1, 2, 4, 0, 3);
    }

    @Test
    void findsTheLargest() {
        var largest = Tensor.of(new int[][] {{3, 9, 9}, {7, 1, 4}}).topK(2);
        assertThat(largest.getFirst().toInts()).containsExactly(9, 9, 7, 4);
        assertThat(largest.getLast().toInts()).containsExactly(1, 2, 0, 2);
    }

    @Test
    void takesAlongAnAxis() {
        var x = Tensor.arange(24).reshape(2, 3, 4);
        var indices = Tensor.of(2, 0, 1, 1, 0, 0, 2, 2).reshape(2, 1, 4);
        assertThat(x.takeAlong(indices, 1).toInts()).containsExactly(8, 1, 6, 7, 12, 13, 22, 23);
    }

    @Test
    void givesTheGradientToWhatWasTaken() {
        var slopes =
                Traced.of(x -> x.topK(2).getFirst().mul(Tensor.of(1f, 10f)).sum().gradient(x))
                        .run(Tensor.of(new float[][] {{3, 1, 2}, {0, 4, 5}}));
        assertThat(slopes.toFloats()).containsExactly(1, 0, 10, 0, 10, 1);
    }

    @Test
    void infersFromUnknownAxes() {
        var traced = Traced.ofAll(xs -> xs.getFirst().topK(2));
        var unknown = Spec.of(Shape.UNKNOWN, 5);
        assertThat(traced.infer(List.of(unknown)).getFirst()).isEqualTo(Spec.of(Shape.UNKNOWN, 2));
    }

    @Test
    void refusesMoreThanThereAre() {
        assertThatThrownBy(() -> ROWS.topK(4))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        topK: a row has no 4 largest elements
                          received: (2, 3)      \
                        expected: from 0 to as many as there are in a row\
                        """);
    }

    @Test
    void refusesIndicesOfOtherRows() {
        assertThatThrownBy(() -> ROWS.takeAlong(Tensor.of(1, 2), 1))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        takeAlong: the indices do not have the tensor's other axes
                          received: (2,) for (2, 3), axis 1      \
                        expected: equal lengths of all other axes\
                        """);
    }
}
