package hebb.core.engine.reference;

import static hebb.core.engine.Evaluate.floats;
import static hebb.core.engine.Evaluate.ints;
import static hebb.core.engine.Evaluate.toFloats;
import static org.assertj.core.api.Assertions.assertThat;

import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionInputGradient;
import hebb.core.op.ConvolutionKernelGradient;
import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.op.ScatterAdd;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Sums whose value depends on the order and the rounding that the op defines. In float32 a 1 added
/// to 10⁸ is lost, and so is 2⁻²⁴ added to 1.
class OrderOfSumsTest {
    private static final float BIG = 1e8f;

    @Test
    void sixteenPartialSums() {
        var values = new float[33];
        values[0] = BIG; // partial 0
        values[1] = 1; // partial 1
        values[16] = -BIG; // partial 0
        values[32] = 2; // partial 0
        assertThat(sum(values)).isEqualTo(3);
    }

    @Test
    void partialSumsAreFoldedInHalves() {
        assertThat(sum(at(0, BIG, 8, -BIG, 4, 1))).isEqualTo(1);
        assertThat(sum(at(0, BIG, 4, -BIG, 2, 1))).isEqualTo(1);
        assertThat(sum(at(0, BIG, 2, -BIG, 1, 1))).isEqualTo(1);
        // with its partner the 1 is lost before the large ones meet
        assertThat(sum(at(0, BIG, 8, 1, 4, -BIG))).isZero();
        assertThat(sum(at(0, BIG, 4, 1, 2, -BIG))).isZero();
        assertThat(sum(at(0, BIG, 2, 1, 1, -BIG))).isZero();
    }

    @Test
    void aSumStartsFromPlusZero() {
        assertThat(Float.compare(sum(-0f, -0f), 0f)).isZero();
    }

    @Test
    void matMulRoundsOnceATerm() {
        float a = 1 + 0x1p-12f; // a² = 1 + 2⁻¹¹ + 2⁻²⁴
        var row = matrix(1, 2, 1, a);
        var column = matrix(2, 1, -(1 + 0x1p-11f), a);
        assertThat(toFloats(Node.of(MatMul.PLAIN, row, column))).containsExactly(0x1p-24f);
    }

    @Test
    void matMulSumsInAscendingOrder() {
        var row = matrix(1, 3, 1, 1, 1);
        assertThat(toFloats(Node.of(MatMul.PLAIN, row, matrix(3, 1, BIG, -BIG, 1))))
                .containsExactly(1);
        assertThat(toFloats(Node.of(MatMul.PLAIN, row, matrix(3, 1, BIG, 1, -BIG))))
                .containsExactly(0);
        assertThat(toFloats(Node.of(MatMul.PLAIN, row, matrix(3, 1, 1, BIG, -BIG))))
                .containsExactly(0);
    }

    /// (tap, channel) ascending: here tap 0 with channels 0 and 1, then tap 1.
    @Test
    void convolutionSumsOverTheKernelInItsOrder() {
        var ones = floats(1, 1, 1, 1).reshape(Shape.of(1, 2, 2));
        assertThat(conv(ones, kernel(BIG, -BIG, 1, 0), window(2, 1, 0))).containsExactly(1);
        assertThat(conv(ones, kernel(BIG, 1, -BIG, 0), window(2, 1, 0))).containsExactly(0);
        assertThat(conv(ones, kernel(BIG, 1, 0, -BIG), window(2, 1, 0))).containsExactly(0);
    }

    /// As zeros it would make NaN of an infinite weight.
    @Test
    void paddingTakesNoPart() {
        var one = floats(1).reshape(Shape.of(1, 1, 1));
        var kernel = floats(Float.POSITIVE_INFINITY, 1).reshape(Shape.of(2, 1, 1));
        assertThat(conv(one, kernel, window(2, 1, 1))).containsExactly(1, Float.POSITIVE_INFINITY);
    }

    /// Output positions ascending, so the taps descend; those that the stride skips do not enter.
    @Test
    void inputGradientSumsOverOutputPositionsInTheirOrder() {
        var window = window(3, 1, 2);
        var dy = floats(BIG, 1, -BIG).reshape(Shape.of(1, 3, 1));
        var kernel = floats(1, 1, 1).reshape(Shape.of(3, 1, 1));
        var dx = new ConvolutionInputGradient(window, 1, Shape.of(1, 1, 1));
        assertThat(toFloats(Node.of(dx, dy, kernel))).containsExactly(0);
        var other = floats(BIG, -BIG, 1).reshape(Shape.of(1, 3, 1));
        assertThat(toFloats(Node.of(dx, other, kernel))).containsExactly(1);
    }

    /// Of stride 2, cell 0 is met by tap 0 at position 0 only, cell 1 by tap 1 only: an infinite
    /// weight under the other tap does not enter.
    @Test
    void skippedPositionsDoNotEnter() {
        var window = window(2, 2, 0);
        var dx = new ConvolutionInputGradient(window, 1, Shape.of(1, 2, 1));
        var dy = floats(3).reshape(Shape.of(1, 1, 1));
        var kernel = floats(1, Float.POSITIVE_INFINITY).reshape(Shape.of(2, 1, 1));
        assertThat(toFloats(Node.of(dx, dy, kernel))).containsExactly(3, Float.POSITIVE_INFINITY);
    }

    /// Image by image, as two images make two chunks; in one chain the result would be 1.
    @Test
    void kernelGradientAddsTheChunksUp() {
        assertThat(ConvolutionKernelGradient.chunks(2, 1)).isEqualTo(2);
        var x = floats(BIG, 0, -BIG, 1).reshape(Shape.of(2, 2, 1));
        var dy = floats(1, 1, 1, 1).reshape(Shape.of(2, 2, 1));
        var dk = new ConvolutionKernelGradient(window(1, 1, 0), 1, Shape.of(1, 1, 1));
        assertThat(toFloats(Node.of(dk, x, dy))).containsExactly(0);
    }

    @Test
    void scatterAddGoesByThePositionOfTheIndex() {
        var updates = floats(BIG, -BIG, 1);
        var indices = ints(0, 0, 0);
        assertThat(toFloats(Node.of(new ScatterAdd(0, 1), updates, indices))).containsExactly(1);
    }

    private static float sum(float... values) {
        return toFloats(Node.of(new Reduce(Reduce.Kind.SUM, List.of(0)), floats(values)))[0];
    }

    private static float[] at(int i, float x, int j, float y, int k, float z) {
        var values = new float[16];
        values[i] = x;
        values[j] = y;
        values[k] = z;
        return values;
    }

    private static Node matrix(int rows, int columns, float... values) {
        return floats(values).reshape(Shape.of(rows, columns));
    }

    private static Node kernel(float... values) {
        return floats(values).reshape(Shape.of(2, 2, 1));
    }

    private static float[] conv(Node x, Node kernel, Window window) {
        return toFloats(Node.of(new Convolution(window, 1), x, kernel));
    }

    private static Window window(int size, int stride, int padding) {
        return new Window(
                List.of(size), List.of(stride), List.of(1), List.of(padding), List.of(padding));
    }
}
