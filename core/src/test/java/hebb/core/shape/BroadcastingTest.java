package hebb.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BroadcastingTest {
    private static final int NONE = Shape.UNKNOWN;

    @Test
    void alignsAtTheLastAxis() {
        assertThat(Broadcasting.of("add", Shape.of(2, 3), Shape.of(3))).isEqualTo(Shape.of(2, 3));
        assertThat(Broadcasting.of("add", Shape.of(), Shape.of(2, 3))).isEqualTo(Shape.of(2, 3));
        assertThat(Broadcasting.of("add", Shape.of(2, 1, 4), Shape.of(3, 1)))
                .isEqualTo(Shape.of(2, 3, 4));
        assertThat(Broadcasting.of("add", Shape.of(0, 3), Shape.of(1, 1)))
                .isEqualTo(Shape.of(0, 3));
    }

    @Test
    void unknownAgainstKnownTakesTheKnown() {
        assertThat(Broadcasting.of("add", Shape.of(NONE, 3), Shape.of(32, 3)))
                .isEqualTo(Shape.of(32, 3));
        assertThat(Broadcasting.of("add", Shape.of(NONE, 3), Shape.of(1, 3)))
                .isEqualTo(Shape.of(NONE, 3));
        assertThat(Broadcasting.of("add", Shape.of(NONE), Shape.of(NONE)))
                .isEqualTo(Shape.of(NONE));
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> Broadcasting.of("add", Shape.of(2, 3), Shape.of(4)))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        add: the shapes do not fit together
                          received: (2, 3) and (4,)      expected: each axis, counted from the last, equal or 1
                          fix: reshape or transpose one of them, for example x.expandDims(-1)\
                        """);
        assertThatThrownBy(() -> Broadcasting.of("add", Shape.of(0), Shape.of(2)))
                .isInstanceOf(HebbException.class);
    }

    @Test
    void findsTheRepeatedAxes() {
        assertThat(Broadcasting.repeatedAxes(Shape.of(1, 3), Shape.of(4, 2, 3)))
                .containsExactly(0, 1);
        assertThat(Broadcasting.repeatedAxes(Shape.of(2, 1), Shape.of(2, 1))).isEmpty();
        assertThat(Broadcasting.repeatedAxes(Shape.of(1), Shape.of(0))).containsExactly(0);
    }

    @Test
    void repeatedAxesHaveNoStride() {
        assertThat(Broadcasting.strides(Shape.of(2, 1, 3), Shape.of(5, 2, 4, 3)))
                .containsExactly(0, 3, 0, 1);
    }
}
