package hebb.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Windows over series, and small conversions of arrays.
class TimeSeriesTest {
    private static final Tensor SERIES = Tensor.arange(100);

    @Test
    void windowsFollowEachOther() {
        var data = TimeSeries.of(SERIES, 10).samplingRate(2).sequenceStride(3).dataset();
        var all = data.all().xs().getFirst();
        assertThat(all.shape().toString()).isEqualTo("(28, 10)");
        assertThat(all.get(0).toInts()).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18);
        assertThat(all.get(1).toInts()).containsExactly(3, 5, 7, 9, 11, 13, 15, 17, 19, 21);
        assertThat(all.get(27).toInts()).containsExactly(81, 83, 85, 87, 89, 91, 93, 95, 97, 99);
    }

    @Test
    void targetsAreThoseOfTheFirstStep() {
        var data =
                TimeSeries.of(SERIES, SERIES.sliceFrom(0, 4), 4)
                        .startIndex(10)
                        .endIndex(20)
                        .dataset()
                        .all();
        assertThat(data.size()).isEqualTo(7);
        assertThat(data.xs().getFirst().get(0).toInts()).containsExactly(10, 11, 12, 13);
        assertThat(data.ys().getFirst().toInts()).containsExactly(14, 15, 16, 17, 18, 19, 20);
    }

    @Test
    void longSeriesKeepTheirFeatures() {
        var data = TimeSeries.of(Tensor.zeros(8, 3), 5).dataset();
        assertThat(data.all().xs().getFirst().shape().toString()).isEqualTo("(4, 5, 3)");
    }

    @Test
    void whatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> TimeSeries.of(SERIES, 101))
                .hasMessage(
                        """
                        TimeSeries: sequence_length does not fit the series
                          received: 101      expected: from 1 to 100\
                        """);
        assertThatThrownBy(() -> TimeSeries.of(SERIES, 9).endIndex(5).dataset())
                .hasMessage(
                        """
                        TimeSeries: the series is too short for a window
                          received: 5 steps      expected: at least 9\
                        """);
    }

    @Test
    void classesBecomeRows() {
        var rows = Labels.toCategorical(Tensor.of(new int[][] {{2}, {0}}));
        assertThat(rows.shape().toString()).isEqualTo("(2, 3)");
        assertThat(rows.toFloats()).containsExactly(0, 0, 1, 1, 0, 0);
        assertThat(Labels.toCategorical(Tensor.of(1), 2).toFloats()).containsExactly(0, 1);
        assertThatThrownBy(() -> Labels.toCategorical(Tensor.of(3), 2))
                .hasMessage(
                        """
                        Labels: a number is no class
                          received: 3      expected: from 0 to 1\
                        """);
    }

    @Test
    void vectorsAreDividedByTheirLength() {
        var x = Tensor.of(new double[][] {{3, -4}, {0, 0}});
        assertThat(Vectors.normalized(x, -1, 2).toDoubles()).containsExactly(0.6, -0.8, 0, 0);
        assertThat(Vectors.normalized(x, -1, 1).toDoubles())
                .containsExactly(3 / 7.0, -4 / 7.0, 0, 0);
        assertThat(Vectors.normalized(x, -1, Double.POSITIVE_INFINITY).toDoubles())
                .containsExactly(0.75, -1, 0, 0);
        assertThat(Vectors.normalized(Tensor.of(2), 0, 2).dtype()).isEqualTo(DType.FLOAT64);
    }
}
