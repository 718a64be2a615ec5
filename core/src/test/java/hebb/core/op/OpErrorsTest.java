package hebb.core.op;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.shape.Window;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The whole text that a user sees, for each mistake that an op's shape rule finds.
class OpErrorsTest {
    private static void check(Op op, List<Spec> inputs, String text) {
        assertThatThrownBy(() -> op.infer(inputs))
                .isInstanceOf(HebbException.class)
                .hasMessage(text);
    }

    @Test
    void shapesThatDoNotFit() {
        check(
                Binary.ADD,
                List.of(Spec.of(2, 3), Spec.of(4)),
                """
                add: the shapes do not fit together
                  received: (2, 3) and (4,)      expected: each axis, counted from the last, equal or 1
                  fix: reshape or transpose one of them, for example x.expandDims(-1)\
                """);
    }

    @Test
    void typesThatDiffer() {
        check(
                Binary.MUL,
                List.of(Spec.of(2), ints(2)),
                """
                multiply: the element types differ
                  received: float32(2,) and int32(2,)      expected: one type
                  fix: cast one of them, for example x.cast(DType.FLOAT32)\
                """);
    }

    @Test
    void typesThatAnOpDoesNotKnow() {
        check(
                Unary.EXP,
                List.of(ints(2)),
                """
                exp: not defined for int32
                  received: int32(2,)      expected: float32 or float64
                  fix: x.cast(DType.FLOAT32)\
                """);
        check(
                Unary.NEG,
                List.of(bools(2)),
                """
                neg: not defined for bool
                  received: bool(2,)      expected: float32, float64, int32 or int64
                  fix: x.cast(DType.FLOAT32)\
                """);
        check(
                Unary.NOT,
                List.of(ints(2)),
                """
                not: not defined for int32
                  received: int32(2,)      expected: bool
                  fix: x.notEqual(0)\
                """);
        check(
                Binary.ADD,
                List.of(bools(2), bools(3)),
                """
                add: not defined for bool
                  received: bool(2,) and bool(3,)      expected: numbers
                  fix: x.cast(DType.FLOAT32)\
                """);
        check(
                Binary.ATAN2,
                List.of(ints(2), ints(2)),
                """
                atan2: defined for floating point only
                  received: int32(2,)      expected: float32 or float64
                  fix: x.cast(DType.FLOAT32)\
                """);
        check(
                new Reduce(Reduce.Kind.SUM, List.of(0)),
                List.of(bools(2)),
                """
                sum: not defined for bool
                  received: bool(2,)      expected: float32, float64, int32 or int64
                  fix: x.cast(DType.FLOAT32)\
                """);
        check(
                new Random(Random.Kind.NORMAL, ints(2), "x"),
                List.of(longs(), longs()),
                """
                random_normal: random numbers are floating point
                  received: int32      expected: float32 or float64\
                """);
    }

    @Test
    void matmul() {
        check(
                MatMul.PLAIN,
                List.of(Spec.of(2, 3), Spec.of(4, 5)),
                """
                matmul: the inner axes differ
                  received: (2, 3) times (4, 5)      expected: as many columns of the first (3) as rows of the second (4)
                  fix: transpose or reshape one of them\
                """);
        check(
                new MatMul(true, false),
                List.of(Spec.of(2, 3), Spec.of(4, 5)),
                """
                matmul: the inner axes differ
                  received: (2, 3) transposed times (4, 5)      expected: as many columns of the first (2) as rows of the second (4)
                  fix: transpose or reshape one of them\
                """);
        check(
                MatMul.PLAIN,
                List.of(Spec.of(2, 3), Spec.of(3)),
                """
                matmul: the input has too few axes
                  received: (3,)      expected: at least 2 axes\
                """);
        check(
                MatMul.PLAIN,
                List.of(Spec.of(2, 4, 3), Spec.of(5, 3, 4)),
                """
                matmul, leading axes: the shapes do not fit together
                  received: (2,) and (5,)      expected: each axis, counted from the last, equal or 1
                  fix: reshape or transpose one of them, for example x.expandDims(-1)\
                """);
    }

    @Test
    void convolution() {
        var op = new Convolution(square(3), 1);
        check(
                op,
                List.of(Spec.of(8, 28, 28, 3), Spec.of(3, 3, 1, 16)),
                """
                conv: the input's channels do not match the kernel
                  received: (8, 28, 28, 3) with a kernel (3, 3, 1, 16)      expected: an input (batch, …, 1): the channels come last\
                """);
        check(
                op,
                List.of(Spec.of(8, 28, 28), Spec.of(3, 3, 1, 16)),
                """
                conv: the input has the wrong number of axes
                  received: (8, 28, 28)      expected: (batch, …, …, channels)
                  fix: x.expandDims(-1), if only the channels are missing\
                """);
        check(
                op,
                List.of(Spec.of(8, 28, 28, 1), Spec.of(3, 3, 16)),
                """
                conv: the kernel has the wrong number of axes
                  received: (3, 3, 16) for an input (8, 28, 28, 1)      expected: (…, …, channels / groups, filters)\
                """);
        check(
                new Convolution(square(3), 2),
                List.of(Spec.of(8, 28, 28, 4), Spec.of(3, 3, 2, 5)),
                """
                conv: the filters do not divide into the groups
                  received: 5 filters in 2 groups      expected: a multiple of 2 filters\
                """);
        check(
                new Convolution(square(3), 2),
                List.of(Spec.of(8, 28, 28, 3), Spec.of(3, 3, 2, 6)),
                """
                conv: the input's channels do not match the kernel
                  received: (8, 28, 28, 3) with a kernel (3, 3, 2, 6) in 2 groups      expected: an input (batch, …, 4): the channels come last\
                """);
        check(
                op,
                List.of(Spec.of(8, 2, 28, 1), Spec.of(3, 3, 1, 16)),
                """
                conv: the window is larger than the input
                  received: a window of 3 on axis 1 of (8, 2, 28, 1)      expected: a window of at most 2
                  fix: use a smaller window, padding, or fewer poolings before\
                """);
    }

    @Test
    void transposedConvolution() {
        check(
                new ConvolutionInputGradient(square(3), 1, Shape.of(8, 28, 28, 1)),
                List.of(Spec.of(8, 28, 28, 16), Spec.of(3, 3, 1, 16)),
                """
                conv_transpose: the input does not have the shape of the convolution
                  received: (8, 28, 28, 16) with a kernel (3, 3, 1, 16)      expected: (8, 26, 26, 16) for a result (8, 28, 28, 1)\
                """);
    }

    @Test
    void pooling() {
        check(
                new MaxPool(square(2)),
                List.of(ints(8, 28, 28, 1)),
                """
                max_pool: defined for floating point only
                  received: int32(8, 28, 28, 1)      expected: float32 or float64
                  fix: x.cast(DType.FLOAT32)\
                """);
    }

    @Test
    void reshape() {
        check(
                new Reshape(Shape.of(4, 2)),
                List.of(Spec.of(2, 3)),
                """
                reshape: the number of elements does not fit
                  received: (2, 3) with 6 elements, to become (4, 2)      expected: the same number, with at most one axis of -1\
                """);
        check(
                new Reshape(Shape.of(4, -1)),
                List.of(Spec.of(2, 3)),
                """
                reshape: the number of elements does not fit
                  received: (2, 3) with 6 elements, to become (4, None)      expected: the same number, with at most one axis of -1\
                """);
    }

    @Test
    void broadcast() {
        check(
                new Broadcast(Shape.of(2, 4)),
                List.of(Spec.of(3, 1, 4)),
                """
                broadcast_to: the input cannot be repeated to that shape
                  received: (3, 1, 4) to (2, 4)      expected: each axis, counted from the last, equal or 1\
                """);
        check(
                new Broadcast(Shape.of(2, 1)),
                List.of(Spec.of(2, 4)),
                """
                broadcast_to: the input cannot be repeated to that shape
                  received: (2, 4) to (2, 1)      expected: each axis, counted from the last, equal or 1\
                """);
    }

    @Test
    void transpose() {
        check(
                new Transpose(List.of(0, 0)),
                List.of(Spec.of(2, 3)),
                """
                transpose: the axes are not a permutation of the input's
                  received: [0, 0] for (2, 3)      expected: each of [0, 1] once\
                """);
    }

    @Test
    void slice() {
        check(
                new Slice(List.of(3), List.of(9), List.of(1)),
                List.of(Spec.of(5)),
                """
                slice: the range lies outside axis 0
                  received: 3:9:1      expected: 0 <= start <= stop <= 5 and step >= 1\
                """);
        check(
                new Slice(List.of(0), List.of(1), List.of(1)),
                List.of(Spec.of(5, 2)),
                """
                slice: one range for each axis is needed
                  received: 1 ranges for (5, 2)\
                """);
    }

    @Test
    void concat() {
        check(
                new Concat(1),
                List.of(Spec.of(2, 3), Spec.of(4, 3)),
                """
                concatenate: the shapes differ off axis 1
                  received: (2, 3) and (4, 3)      expected: equal lengths of all other axes\
                """);
        check(
                new Concat(0),
                List.of(),
                """
                concatenate: there is nothing to concatenate
                  expected: at least one tensor\
                """);
    }

    @Test
    void pad() {
        check(
                Pad.around(List.of(1), List.of(-1), 0),
                List.of(Spec.of(3)),
                """
                pad: one padding of 0 or more for each axis is needed
                  received: [1] before and [-1] behind, for (3,)\
                """);
    }

    @Test
    void take() {
        check(
                new Gather(0),
                List.of(Spec.of(5, 2), Spec.of(3)),
                """
                take: the indices are not integers
                  received: float32(3,)      expected: int32 or int64
                  fix: indices.cast(DType.INT32)\
                """);
        check(
                new ScatterAdd(0, 5),
                List.of(Spec.of(3, 2), ints(4)),
                """
                scatter_add: the slices do not match the indices
                  received: (3, 2) with indices (4,)      expected: the indices' axes in place of axis 0 of the slices\
                """);
    }

    @Test
    void where() {
        check(
                Select.INSTANCE,
                List.of(Spec.of(3), Spec.of(3), Spec.of(3)),
                """
                where: the condition is not bool
                  received: float32(3,)      expected: bool
                  fix: compare first, for example x.greater(0)\
                """);
    }

    @Test
    void nothingToChooseFrom() {
        check(
                new Reduce(Reduce.Kind.MAX, List.of(0)),
                List.of(Spec.of(0, 3)),
                """
                max: axis 0 is empty
                  received: (0, 3)      expected: at least one element\
                """);
        check(
                new ArgReduce(ArgReduce.Kind.ARGMIN, 0),
                List.of(Spec.of(0, 3)),
                """
                argmin: axis 0 is empty
                  received: (0, 3)      expected: at least one element\
                """);
    }

    @Test
    void softmaxOfAScalar() {
        check(
                Softmax.INSTANCE,
                List.of(Spec.of()),
                """
                softmax: the input has too few axes
                  received: ()      expected: at least 1 axis\
                """);
    }

    private static Spec ints(int... dims) {
        return new Spec(Shape.of(dims), DType.INT32);
    }

    private static Spec longs(int... dims) {
        return new Spec(Shape.of(dims), DType.INT64);
    }

    private static Spec bools(int... dims) {
        return new Spec(Shape.of(dims), DType.BOOL);
    }

    private static Window square(int size) {
        var ones = Collections.nCopies(2, 1);
        var zeros = Collections.nCopies(2, 0);
        return new Window(List.of(size, size), ones, ones, zeros, zeros);
    }
}
