package hebb.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnReference.class)
class ReductionsTest {
    private static final Tensor SIX = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});

    private static void check(Tensor actual, Shape shape, double... elements) {
        assertThat(actual.shape()).isEqualTo(shape);
        assertThat(actual.toDoubles()).containsExactly(elements);
    }

    @Test
    void sums() {
        check(SIX.sum(), Shape.of(), 21);
        check(SIX.sum(0), Shape.of(3), 5, 7, 9);
        check(SIX.sum(-1), Shape.of(2), 6, 15);
        check(SIX.sum(1, 0), Shape.of(), 21);
        check(SIX.sumKeepDims(), Shape.of(1, 1), 21);
        check(SIX.sumKeepDims(1), Shape.of(2, 1), 6, 15);
        check(Tensor.scalar(3, DType.FLOAT32).sum(), Shape.of(), 3);
        check(Tensor.zeros(0, 2).sum(0), Shape.of(2), 0, 0);
        assertThatThrownBy(() -> SIX.sum(2)).hasMessageContaining("there is no axis 2");
    }

    @Test
    void countsTruths() {
        var sum = Tensor.of(true, true, false).sum();
        assertThat(sum.dtype()).isEqualTo(DType.INT32);
        assertThat(sum.item()).isEqualTo(2);
        var bytes = Tensor.of(200, 200).cast(DType.UINT8);
        assertThat(bytes.sum().item()).isEqualTo(400);
    }

    @Test
    void averages() {
        check(SIX.mean(), Shape.of(), 3.5);
        check(SIX.mean(0), Shape.of(3), 2.5, 3.5, 4.5);
        check(SIX.meanKeepDims(-1), Shape.of(2, 1), 2, 5);
        assertThat(Tensor.of(1, 2).mean().dtype()).isEqualTo(DType.FLOAT32);
        check(Tensor.of(1, 2).mean(), Shape.of(), 1.5);
        check(SIX.variance(1), Shape.of(2), 2f / 3, 2f / 3);
        assertThat(Tensor.of(1.0, 2, 3, 4).std().item()).isCloseTo(Math.sqrt(1.25), within(1e-15));
        assertThat(Tensor.zeros(0).mean().item()).isNaN();
    }

    @Test
    void multiplies() {
        check(SIX.prod(), Shape.of(), 720);
        check(SIX.prod(0), Shape.of(3), 4, 10, 18);
    }

    @Test
    void findsExtremes() {
        check(SIX.max(), Shape.of(), 6);
        check(SIX.max(0), Shape.of(3), 4, 5, 6);
        check(SIX.maxKeepDims(1), Shape.of(2, 1), 3, 6);
        check(SIX.min(1), Shape.of(2), 1, 4);
        check(SIX.argMax(1), Shape.of(2), 2, 2);
        check(SIX.argMin(0), Shape.of(3), 0, 0, 0);
        check(SIX.argMax(-2), Shape.of(3), 1, 1, 1);
        assertThat(SIX.argMax(0).dtype()).isEqualTo(DType.INT32);
        assertThat(Tensor.of(1, Float.NaN).max().item()).isNaN();
        assertThatThrownBy(() -> Tensor.zeros(0).max()).isInstanceOf(HebbException.class);
    }

    @Test
    void decidesForAllAndAny() {
        var x = Tensor.of(true, false, true, true).reshape(2, 2);
        assertThat(x.all(1).toInts()).containsExactly(0, 1);
        assertThat(x.any(1).toInts()).containsExactly(1, 1);
        assertThat(x.all().dtype()).isEqualTo(DType.BOOL);
        assertThat(x.all().item()).isZero();
    }

    @Test
    void multipliesMatrices() {
        check(SIX.matmul(SIX.transpose()), Shape.of(2, 2), 14, 32, 32, 77);
        check(SIX.matmul(Tensor.of(1f, 0, 1)), Shape.of(2), 4, 10);
        check(Tensor.of(1f, 1).matmul(SIX), Shape.of(3), 5, 7, 9);
        check(Tensor.of(1f, 2).matmul(Tensor.of(3f, 4)), Shape.of(), 11);
        check(SIX.reshape(2, 1, 3).matmul(SIX.transpose()), Shape.of(2, 1, 2), 14, 32, 32, 77);
        var counts = Tensor.of(new int[][] {{1, 2}, {3, 4}});
        assertThat(counts.matmul(counts).dtype()).isEqualTo(DType.INT32);
        assertThat(counts.matmul(counts).toInts()).containsExactly(7, 10, 15, 22);
        assertThat(counts.matmul(SIX).dtype()).isEqualTo(DType.FLOAT32);
        assertThatThrownBy(() -> SIX.matmul(SIX)).hasMessageStartingWith("matmul: the inner axes");
        assertThatThrownBy(() -> SIX.matmul(Tensor.scalar(1, DType.FLOAT32)))
                .hasMessage(
                        """
                        matmul: a number without axes is no matrix
                          received: (2, 3) and ()
                          fix: x.mul(y)\
                        """);
    }
}
