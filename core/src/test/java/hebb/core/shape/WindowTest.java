package hebb.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource({ // dim, size, stride, dilation, low, high, positions
        "28, 3, 1, 1, 0, 0, 26",
        "28, 2, 2, 1, 0, 0, 14",
        "5, 2, 2, 1, 0, 0, 2",
        "5, 3, 2, 1, 1, 1, 3",
        "6, 2, 1, 3, 0, 0, 3",
        "3, 3, 7, 1, 0, 0, 1",
        "4, 1, 1, 1, 2, 0, 6",
    })
    void countsItsPositions(
            int dim, int size, int stride, int dilation, int low, int high, int positions) {
        var window =
                new Window(
                        List.of(size),
                        List.of(stride),
                        List.of(dilation),
                        List.of(low),
                        List.of(high));
        assertThat(window.slide("conv", Shape.of(2, dim, 3), 5))
                .isEqualTo(Shape.of(2, positions, 5));
    }

    @Test
    void leavesUnknownAxesUnknown() {
        int none = Shape.UNKNOWN;
        assertThat(square(3).slide("conv", Shape.of(none, none, 8, none), 5))
                .isEqualTo(Shape.of(none, none, 6, 5));
    }

    @Test
    void countsTheCellsItCovers() {
        var one = List.of(1);
        var window = new Window(List.of(3), List.of(2), one, one, one);
        assertThat(window.covered(0, 5, 0)).isEqualTo(2);
        assertThat(window.covered(0, 5, 1)).isEqualTo(3);
        assertThat(window.covered(0, 5, 2)).isEqualTo(2);
    }

    @Test
    void mustFitTheInput() {
        assertThatThrownBy(() -> square(5).slide("max_pool", Shape.of(1, 8, 3, 1), 1))
                .hasMessage(
                        """
                        max_pool: the window is larger than the input
                          received: a window of 5 on axis 2 of (1, 8, 3, 1)      expected: a window of at most 3
                          fix: use a smaller window, padding, or fewer poolings before\
                        """);
    }

    @Test
    void mustHaveTheInputsAxes() {
        assertThatThrownBy(() -> square(3).slide("conv", Shape.of(32, 28, 28), 8))
                .hasMessage(
                        """
                        conv: the input has the wrong number of axes
                          received: (32, 28, 28)      expected: (batch, …, …, channels)
                          fix: x.expandDims(-1), if only the channels are missing\
                        """);
        assertThatThrownBy(() -> square(3).slide("conv", Shape.of(28, 28), 8))
                .hasMessage(
                        """
                        conv: the input has the wrong number of axes
                          received: (28, 28)      expected: (batch, …, …, channels)\
                        """);
    }

    private static Window square(int size) {
        var one = List.of(1, 1);
        return new Window(List.of(size, size), one, one, List.of(0, 0), List.of(0, 0));
    }
}
