package hebb.contract;

import static hebb.contract.Numbers.between;
import static hebb.contract.Numbers.bits;
import static hebb.contract.Numbers.reshaped;
import static hebb.contract.Numbers.some;
import static hebb.contract.Numbers.special;

import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionInputGradient;
import hebb.core.op.ConvolutionKernelGradient;
import hebb.core.op.MatMul;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import java.util.ArrayList;
import java.util.List;

/// Rows of the ops that are chains of products.
final class ProductSamples {
    private ProductSamples() {}

    static List<Sample> of(DType type) {
        var rows = new ArrayList<Sample>();
        for (boolean transposeA : new boolean[] {false, true}) {
            for (boolean transposeB : new boolean[] {false, true}) {
                matMul(new MatMul(transposeA, transposeB), type, rows);
            }
        }
        lines(type, rows);
        images(type, rows);
        volumes(type, rows);
        return rows;
    }

    private static void matMul(MatMul op, DType type, List<Sample> rows) {
        int[][] sizes = { // rows, inner, columns
            {3, 4, 5}, {1, 1, 1}, {1, 7, 1}, {7, 1, 3}, {1, 5, 4}, {0, 3, 2}, {2, 0, 3}, {2, 3, 0}
        };
        for (var s : sizes) {
            rows.add(
                    Sample.of(
                            op,
                            some(type, matrix(op.transposeA(), s[0], s[1])),
                            some(type, matrix(op.transposeB(), s[1], s[2]))));
        }
        int[][][] batches = {
            {{2}, {}}, {{}, {2}}, {{2}, {2}}, {{2}, {1}}, {{2, 1}, {3}}, {{0}, {1}},
        };
        for (var b : batches) {
            rows.add(
                    Sample.of(
                            op,
                            some(type, join(b[0], matrix(op.transposeA(), 2, 3))),
                            some(type, join(b[1], matrix(op.transposeB(), 3, 4)))));
        }
        int[][] large = {{37, 129, 65}, {32, 200, 10}, {1, 300, 17}, {65, 1, 129}, {13, 65, 1}};
        for (var s : large) {
            rows.add(
                    Sample.rough(
                            op,
                            between(-1, 1, type, matrix(op.transposeA(), s[0], s[1])),
                            between(-1, 1, type, matrix(op.transposeB(), s[1], s[2]))));
        }
        rows.add(
                Sample.rough(
                        op,
                        between(-1, 1, type, join(new int[] {3}, matrix(op.transposeA(), 17, 19))),
                        between(-1, 1, type, matrix(op.transposeB(), 19, 23))));
        var specials = special(type);
        int n = specials.spec().shape().size();
        rows.add(
                Sample.rough(
                        op,
                        reshaped(specials, matrix(op.transposeA(), n, 1)),
                        reshaped(specials, matrix(op.transposeB(), 1, n))));
        rows.add(
                Sample.rough(
                        op,
                        bits(type, matrix(op.transposeA(), 5, 3)),
                        bits(type, matrix(op.transposeB(), 3, 5))));
    }

    private static int[] matrix(boolean transposed, int rows, int columns) {
        return transposed ? new int[] {columns, rows} : new int[] {rows, columns};
    }

    private static int[] join(int[] batch, int[] matrix) {
        return Shape.of(batch).append(matrix).dims();
    }

    private static void lines(DType type, List<Sample> rows) {
        var plain = Windows.of(3);
        convolution(plain, 1, type, rows, Shape.of(2, 6, 2), 3);
        convolution(Windows.strided(plain, 2), 1, type, rows, Shape.of(1, 8, 2), 2);
        convolution(Windows.padded(plain, 2, 2), 1, type, rows, Shape.of(1, 5, 2), 2);
        convolution(
                Windows.padded(Windows.dilated(plain, 2), 4, 0),
                1,
                type,
                rows,
                Shape.of(2, 5, 1),
                2);
    }

    private static void images(DType type, List<Sample> rows) {
        var plain = Windows.of(3, 3);
        convolution(plain, 1, type, rows, Shape.of(2, 4, 5, 2), 3);
        convolution(Windows.of(1, 1), 1, type, rows, Shape.of(2, 3, 3, 4), 2);
        convolution(Windows.of(2, 3), 1, type, rows, Shape.of(1, 4, 4, 1), 1);
        convolution(Windows.padded(plain, 1, 1), 1, type, rows, Shape.of(2, 4, 3, 2), 2);
        convolution(
                Windows.padded(Windows.strided(plain, 2), 0, 1),
                1,
                type,
                rows,
                Shape.of(1, 6, 5, 2),
                2);
        convolution(Windows.strided(Windows.of(2, 2), 3), 1, type, rows, Shape.of(1, 7, 6, 1), 2);
        convolution(Windows.dilated(Windows.of(2, 2), 2), 1, type, rows, Shape.of(2, 5, 4, 2), 2);
        convolution(
                Windows.strided(Windows.padded(Windows.dilated(plain, 2), 2, 1), 2),
                1,
                type,
                rows,
                Shape.of(1, 6, 7, 1),
                2);
        convolution(Windows.padded(plain, 1, 1), 2, type, rows, Shape.of(1, 4, 3, 4), 6);
        var depthwise = Windows.strided(Windows.padded(plain, 1, 1), 2);
        convolution(depthwise, 3, type, rows, Shape.of(2, 4, 3, 3), 3);
        convolution(plain, 3, type, rows, Shape.of(1, 4, 4, 3), 6); // depthwise
        convolution(plain, 1, type, rows, Shape.of(0, 4, 4, 2), 2);
        convolution(plain, 1, type, rows, Shape.of(19, 3, 3, 1), 2); // more images than chunks

        large(Windows.of(3, 3), 1, type, rows, Shape.of(3, 28, 28, 1), 32);
        large(Windows.of(3, 3), 1, type, rows, Shape.of(2, 13, 13, 32), 64);
        large(Windows.padded(Windows.of(5, 5), 2, 2), 1, type, rows, Shape.of(5, 14, 11, 6), 16);
        large(Windows.padded(Windows.of(3, 3), 1, 1), 70, type, rows, Shape.of(3, 9, 8, 70), 70);
        large(
                Windows.padded(Windows.strided(Windows.of(3, 3), 2), 0, 1),
                1,
                type,
                rows,
                Shape.of(3, 16, 16, 17),
                33);
        large(Windows.padded(Windows.of(3, 3), 1, 1), 4, type, rows, Shape.of(2, 9, 9, 16), 32);
        large(Windows.padded(Windows.of(3, 3), 1, 1), 24, type, rows, Shape.of(2, 9, 9, 24), 24);
        large(Windows.of(1, 1), 1, type, rows, Shape.of(3, 7, 7, 40), 24);
        large(
                Windows.padded(Windows.of(3, 3), 1, 1),
                1,
                type,
                rows,
                Shape.of(2, 4, 4, 64),
                64); // one chunk
        var padded = Windows.padded(Windows.of(3, 3), 2, 2);
        var x = bits(type, 1, 2, 2, 1);
        var kernel = reshaped(special(type), 3, 7, 1, 1);
        rows.add(
                Sample.rough(
                        new Convolution(Windows.padded(Windows.of(3, 7), 6, 6), 1), x, kernel));
        rows.add(
                Sample.rough(
                        new Convolution(padded, 1),
                        reshaped(special(type), 1, 3, 7, 1),
                        bits(type, 3, 3, 1, 5)));
    }

    private static void volumes(DType type, List<Sample> rows) {
        convolution(Windows.of(2, 2, 2), 1, type, rows, Shape.of(1, 3, 3, 2, 2), 2);
        var window = Windows.padded(Windows.strided(Windows.of(2, 3, 2), 2), 1, 0);
        convolution(window, 2, type, rows, Shape.of(1, 3, 4, 3, 2), 4);
        convolution(
                Windows.dilated(Windows.of(2, 1, 2), 2), 1, type, rows, Shape.of(2, 3, 2, 4, 1), 2);
        convolution(Windows.of(1, 1, 1), 1, type, rows, Shape.of(2, 3, 2, 2, 3), 2);
        convolution(
                Windows.strided(Windows.of(1, 2, 1), 2), 1, type, rows, Shape.of(1, 4, 4, 3, 1), 2);

        var same = Windows.padded(Windows.of(3, 3, 3), 1, 1);
        large(same, 1, type, rows, Shape.of(2, 6, 5, 7, 8), 16);
        large(same, 1, type, rows, Shape.of(2, 5, 6, 14, 1), 33);
        large(same, 4, type, rows, Shape.of(3, 4, 5, 6, 8), 12);
        large(same, 6, type, rows, Shape.of(2, 4, 4, 5, 6), 6); // depthwise
        large(Windows.strided(same, 2), 2, type, rows, Shape.of(2, 7, 6, 9, 4), 20);
    }

    private static void convolution(
            Window window, int groups, DType type, List<Sample> rows, Shape input, int filters) {
        var kernel = kernel(window, groups, input, filters);
        var output = window.slide("conv", input, filters);
        var x = some(type, input.dims());
        var k = some(type, kernel.dims());
        var dy = some(type, output.dims());
        rows.add(Sample.of(new Convolution(window, groups), x, k));
        rows.add(Sample.of(new ConvolutionInputGradient(window, groups, input), dy, k));
        rows.add(Sample.of(new ConvolutionKernelGradient(window, groups, kernel), x, dy));
    }

    private static void large(
            Window window, int groups, DType type, List<Sample> rows, Shape input, int filters) {
        var kernel = kernel(window, groups, input, filters);
        var output = window.slide("conv", input, filters);
        var x = between(-1, 1, type, input.dims());
        var k = between(-1, 1, type, kernel.dims());
        var dy = between(-1, 1, type, output.dims());
        rows.add(Sample.rough(new Convolution(window, groups), x, k));
        rows.add(Sample.rough(new ConvolutionInputGradient(window, groups, input), dy, k));
        rows.add(Sample.rough(new ConvolutionKernelGradient(window, groups, kernel), x, dy));
    }

    private static Shape kernel(Window window, int groups, Shape input, int filters) {
        return Shape.of(window.size()).append(input.dim(-1) / groups, filters);
    }
}
