package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnReference.class)
class ConvolvingTest {
    private static final Tensor LINE = Tensor.of(1f, 5, 2, 4).reshape(1, 4, 1);

    @Test
    void convolves() {
        var difference = Tensor.of(-1f, 1).reshape(2, 1, 1);
        var y = LINE.conv(difference, window(2, 1), 1);
        assertThat(y.shape()).isEqualTo(Shape.of(1, 3, 1));
        assertThat(y.toFloats()).containsExactly(4, -3, 2);
    }

    @Test
    void goesBack() {
        var spread = Tensor.of(1f, 10).reshape(2, 1, 1);
        var y = LINE.convTranspose(spread, window(2, 2), 1, Shape.of(1, 8, 1));
        assertThat(y.shape()).isEqualTo(Shape.of(1, 8, 1));
        assertThat(y.toFloats()).containsExactly(1, 10, 5, 50, 2, 20, 4, 40);
    }

    @Test
    void pools() {
        assertThat(LINE.maxPool(window(2, 2)).toFloats()).containsExactly(5, 4);
        assertThat(LINE.averagePool(window(2, 2)).toFloats()).containsExactly(3, 3);
    }

    private static Window window(int size, int stride) {
        var zero = List.of(0);
        return new Window(List.of(size), List.of(stride), List.of(1), zero, zero);
    }
}
