package hebb.core.engine.reference;

import static hebb.core.engine.Evaluate.array;
import static hebb.core.engine.Evaluate.bytes;
import static hebb.core.engine.Evaluate.doubles;
import static hebb.core.engine.Evaluate.floats;
import static hebb.core.engine.Evaluate.ints;
import static hebb.core.engine.Evaluate.longs;
import static hebb.core.engine.Evaluate.toFloats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.engine.Workspace;
import hebb.core.op.ArgReduce;
import hebb.core.op.Argument;
import hebb.core.op.AveragePool;
import hebb.core.op.AveragePoolGradient;
import hebb.core.op.Binary;
import hebb.core.op.Cast;
import hebb.core.op.Concat;
import hebb.core.op.Convolution;
import hebb.core.op.Gather;
import hebb.core.op.Graph;
import hebb.core.op.Iota;
import hebb.core.op.LogSoftmax;
import hebb.core.op.MatMul;
import hebb.core.op.MaxPool;
import hebb.core.op.MaxPoolGradient;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.op.Pad;
import hebb.core.op.Reverse;
import hebb.core.op.Slice;
import hebb.core.op.Softmax;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.List;
import org.assertj.core.api.AbstractFloatArrayAssert;
import org.junit.jupiter.api.Test;

/// Results worked out by hand.
class ReferenceEngineTest {
    private static final Node SIX = floats(1, 2, 3, 4, 5, 6).reshape(Shape.of(2, 3));

    @Test
    void moves() {
        check(new Transpose(List.of(1, 0)), SIX).containsExactly(1, 4, 2, 5, 3, 6);
        check(new Reverse(List.of(1)), SIX).containsExactly(3, 2, 1, 6, 5, 4);
        check(new Slice(List.of(0, 1), List.of(2, Slice.END), List.of(1, 1)), SIX)
                .containsExactly(2, 3, 5, 6);
        check(new Slice(List.of(1, 0), List.of(2, 3), List.of(1, 2)), SIX).containsExactly(4, 6);
        check(new Concat(1), SIX, SIX).containsExactly(1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6);
        check(new Pad(List.of(1), List.of(2), List.of(1), 9), floats(1, 2))
                .containsExactly(9, 1, 9, 2, 9, 9);
        check(new Iota(Spec.of(2, 3), 1)).containsExactly(0, 1, 2, 0, 1, 2);
        check(new Gather(1), SIX, ints(2, 0)).containsExactly(3, 1, 6, 4);
    }

    @Test
    void anIndexOutOfRangeIsTheUsersMistake() {
        var indices = ints(1, 0, 5, 1).reshape(Shape.of(2, 2));
        assertThatThrownBy(() -> array(Node.of(new Gather(1), SIX, indices)))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        take: an index is out of range
                          received: 5 at (1, 0) of indices of shape (2, 2)      expected: 0 to 2, the positions of the axis\
                        """);
        assertThatThrownBy(() -> array(Node.of(new Gather(0), SIX, longs(-1))))
                .hasMessageContaining("received: -1 at (0,)");
    }

    @Test
    void converts() {
        var numbers = doubles(2.9, -2.9, 1e10, Double.NaN, 300);
        assertThat((int[]) array(Node.of(new Cast(DType.INT32), numbers)))
                .containsExactly(2, -2, Integer.MAX_VALUE, 0, 300);
        assertThat((long[]) array(Node.of(new Cast(DType.INT64), numbers)))
                .containsExactly(2, -2, 10_000_000_000L, 0, 300);
        assertThat((byte[]) array(Node.of(new Cast(DType.UINT8), numbers)))
                .containsExactly(2, 254, 255, 0, 44);
        assertThat((byte[]) array(Node.of(new Cast(DType.BOOL), doubles(0, -0.0, 0.1, Double.NaN))))
                .containsExactly(0, 0, 1, 1);
        check(new Cast(DType.FLOAT32), bytes(255, 1)).containsExactly(255, 1);
        // rounded once, not by way of float64
        check(new Cast(DType.FLOAT32), longs((1L << 54) + (1L << 30) + 1))
                .containsExactly((float) ((1L << 54) + (1L << 30) + 1));
    }

    @Test
    void calculatesWithIntegers() {
        assertThat((int[]) array(Node.of(Binary.DIV, ints(7, -7, 7, 5), ints(2, 2, -2, 0))))
                .containsExactly(3, -4, -4, 0);
        assertThat((int[]) array(Node.of(Binary.MOD, ints(7, -7, 7, 5), ints(2, 2, -2, 0))))
                .containsExactly(1, 1, -1, 0);
        assertThat((int[]) array(Node.of(Binary.POW, ints(3, -2, 2, 0, -1), ints(4, 3, -1, 0, -3))))
                .containsExactly(81, -8, 0, 1, -1);
        assertThat((long[]) array(Node.of(Binary.POW, longs(3, 7), longs(39, 23))))
                .containsExactly(4052555153018976267L, 8922003266371364727L);
        assertThat((int[]) array(Node.of(Binary.ADD, ints(Integer.MAX_VALUE), ints(1))))
                .containsExactly(Integer.MIN_VALUE);
        assertThat((byte[]) array(Node.of(Binary.MAX, bytes(200, 3), bytes(100, 4))))
                .containsExactly(200, 4);
        assertThat((int[]) array(Node.of(Unary.ABS, ints(-3, Integer.MIN_VALUE))))
                .containsExactly(3, Integer.MIN_VALUE);
    }

    @Test
    void multipliesMatrices() {
        var other = floats(1, 0, 0, 1, 1, 1).reshape(Shape.of(3, 2));
        check(MatMul.PLAIN, SIX, other).containsExactly(4, 5, 10, 11);
        check(new MatMul(true, true), other, SIX).containsExactly(4, 10, 5, 11);
    }

    @Test
    void convolves() {
        var image = floats(1, 2, 3, 4, 5, 6, 7, 8, 9).reshape(Shape.of(1, 3, 3, 1));
        var kernel = floats(1, 0, 0, 10).reshape(Shape.of(2, 2, 1, 1));
        check(new Convolution(window(2, 1), 1), image, kernel).containsExactly(51, 62, 84, 95);
    }

    @Test
    void pools() {
        var image = floats(1, 5, 2, 5, 5, 0, 3, 4, 9).reshape(Shape.of(1, 3, 3, 1));
        var maximum = Node.of(new MaxPool(window(2, 1)), image);
        assertThat(toFloats(maximum)).containsExactly(5, 5, 5, 9);
        check(new AveragePool(window(2, 1)), image).containsExactly(4, 3, 4.25f, 4.5f);
        var dy = floats(1, 10, 100, 1000).reshape(Shape.of(1, 2, 2, 1));
        check(new MaxPoolGradient(window(2, 1)), image, maximum, dy)
                .containsExactly(0, 11, 0, 100, 0, 0, 0, 0, 1000);
        check(new AveragePoolGradient(window(2, 1), image.shape()), dy)
                .containsExactly(0.25f, 2.75f, 2.5f, 25.25f, 277.75f, 252.5f, 25, 275, 250);
    }

    @Test
    void findsExtremes() {
        float nan = Float.NaN;
        var rows = floats(1, 3, 3, nan, 0, nan, -0f, 0, -1).reshape(Shape.of(3, 3));
        assertThat((int[]) array(Node.of(new ArgReduce(ArgReduce.Kind.ARGMAX, 1), rows)))
                .containsExactly(1, 0, 0);
        assertThat((int[]) array(Node.of(new ArgReduce(ArgReduce.Kind.ARGMIN, 1), rows)))
                .containsExactly(0, 0, 2);
    }

    @Test
    void normalizesRows() {
        check(Softmax.INSTANCE, floats(1000, 1000)).containsExactly(0.5f, 0.5f);
        check(Softmax.INSTANCE, floats(0, Float.NEGATIVE_INFINITY)).containsExactly(1, 0);
        check(LogSoftmax.INSTANCE, floats(-200, 0)).containsExactly(-200, 0);
    }

    @Test
    void refusesAShapeThatIsNotKnown() {
        var open = Node.of(new Argument("x", Spec.of(Shape.UNKNOWN, 3)));
        var graph = Graph.of(List.of(open), List.of(Node.of(Unary.EXP, open)));
        assertThatThrownBy(() -> new ReferenceEngine().lower(graph))
                .hasMessage(
                        "Shape (None, 3): its size is not known yet\n"
                                + "  expected: a shape without None");
    }

    @Test
    void printsItsSteps() {
        var x = Node.of(new Argument("x", Spec.of(2, 3)));
        var y = Node.of(new MatMul(false, true), x, x).plus(Node.scalar(1, DType.FLOAT32));
        assertThat(new ReferenceEngine().lower(Graph.of(List.of(x), List.of(y))).plan())
                .isEqualTo(
                        """
                        %0 = argument 'x' float32(2, 3)
                        %1 = matmul float32(2, 2) %0 %0
                        %2 = constant float32()
                        %3 = add float32(2, 2) %1 %2\
                        """);
    }

    @Test
    void computesAllResultsBeforeItWritesAny() {
        var a = Node.of(new Argument("a", Spec.of(2)));
        var b = Node.of(new Argument("b", Spec.of(2)));
        var left = new float[] {1, 2};
        var right = new float[] {3, 4};
        new ReferenceEngine()
                .lower(new Graph(List.of(a, b), List.of(b, a), List.of(0, 1)))
                .run(new Object[] {left, right}, new Object[] {left, right}, new Workspace());
        assertThat(left).containsExactly(3, 4);
        assertThat(right).containsExactly(1, 2);
    }

    private static AbstractFloatArrayAssert<?> check(Op op, Node... inputs) {
        return assertThat(toFloats(Node.of(op, inputs)));
    }

    private static Window window(int size, int stride) {
        var zeros = List.of(0, 0);
        return new Window(
                List.of(size, size), List.of(stride, stride), List.of(1, 1), zeros, zeros);
    }
}
