package hebb.core.engine.reference;

import hebb.core.op.MatMul;
import hebb.core.shape.Shape;

/// [MatMul]: a row of the first times a column of the second, for each pair of matrices.
final class MatrixProduct {
    private MatrixProduct() {}

    static void run(MatMul op, Value a, Value b, Value y) {
        var first = a.floats();
        var second = b.floats();
        var to = y.floats();
        int rows = y.shape().dim(-2);
        int columns = y.shape().dim(-1);
        int inner = a.shape().dim(op.transposeA() ? -2 : -1);
        int rowA = op.transposeA() ? 1 : inner;
        int stepA = op.transposeA() ? rows : 1;
        int columnB = op.transposeB() ? inner : 1;
        int stepB = op.transposeB() ? 1 : columns;
        var matrixA = matrices(a.shape(), y.shape());
        var matrixB = matrices(b.shape(), y.shape());
        for (int m = 0; m < matrixA.length; m++) {
            int startA = matrixA[m] * rows * inner;
            int startB = matrixB[m] * inner * columns;
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    double sum = 0;
                    for (int k = 0; k < inner; k++) {
                        sum =
                                to.fma(
                                        first.at(startA + i * rowA + k * stepA),
                                        second.at(startB + j * columnB + k * stepB),
                                        sum);
                    }
                    to.put((m * rows + i) * columns + j, sum);
                }
            }
        }
    }

    /// For each matrix of the result the number of the operand's matrix that it is made of.
    private static int[] matrices(Shape operand, Shape result) {
        return View.broadcast(operand.slice(0, -2), result.slice(0, -2)).places();
    }
}
