package hebb.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfusionMatrixTest {
    static List<Named<Cases>> cases() {
        return Cases.of("reports", "matrix");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsAsScikitLearnDoes(Cases c) {
        var matrix = ConfusionMatrix.of(c.labels("yTrue"), c.labels("yPred"));
        matrix = c.has("labels") ? matrix.labels(c.ints("labels")) : matrix;
        matrix = c.has("weights") ? matrix.sampleWeight(c.tensor("weights")) : matrix;
        assertThat(matrix).hasToString(c.text());
        agrees(matrix.sharesOfTrue(), c.numbers("true"));
        agrees(matrix.sharesOfPredicted(), c.numbers("pred"));
        agrees(matrix.sharesOfAll(), c.numbers("all"));
    }

    private static void agrees(Tensor shares, double... expected) {
        assertThat(shares.toDoubles()).containsExactly(expected, within(1e-14));
    }

    @Test
    void knowsItsClasses() {
        var matrix = ConfusionMatrix.of(Tensor.of(0, 1, 4, 4), Tensor.of(0, 4, 4, 4));
        assertThat(matrix.labels()).containsExactly(0, 1, 4);
        assertThat(matrix.names()).containsExactly("0", "1", "4");
        assertThat(matrix.names("a", "b", "c").names()).containsExactly("a", "b", "c");
        assertThat(matrix.accuracy()).isEqualTo(.75);
        assertThat(matrix.counts().dtype()).isEqualTo(DType.INT64);
        assertThat(matrix.sampleWeight(Tensor.of(1f, 1, 1, 1)).counts().dtype())
                .isEqualTo(DType.FLOAT64);
    }

    @Test
    void namesStayWithOtherLabels() {
        var matrix = ConfusionMatrix.of(Tensor.of(0, 1, 1), Tensor.of(0, 1, 0));
        var named = matrix.names("cat", "dog").labels(1, 0);
        assertThat(named.names()).containsExactly("cat", "dog");
        assertThat(named.labels()).containsExactly(1, 0);
        assertThat(matrix.names(List.of("cat", "dog"))).hasToString(matrix.toString());
        assertThatThrownBy(() -> matrix.names("cat", "dog").labels(0))
                .hasMessage(
                        """
                        ConfusionMatrix: there is not one name for each class
                          received: 2 names      expected: 1, for the classes [0]
                          fix: say which classes there are: .labels(0, 1, 2).names(…)\
                        """);
    }

    @Test
    void labelsMustBeOneASample() {
        assertThatThrownBy(() -> ConfusionMatrix.of(Tensor.zeros(2, 3, 1), Tensor.of(1, 2)))
                .hasMessage(
                        """
                        ConfusionMatrix.of: there is not one class for each sample
                          received: (2, 3, 1)      expected: (samples,), (samples, 1) or (samples, classes)\
                        """);
    }
}
