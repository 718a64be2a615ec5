package hebb.cpu.gemm;

import java.util.List;

/// How the matrices of a batch are reached.
///
/// - `slot`: the operand they lie in
/// - `batch`: where each begins in the operand
/// - `row`, `column`: how far apart neighbours in a column, and in a row, lie
record Matrix(int slot, List<Integer> batch, int row, int column) {
    /// The same matrices transposed.
    Matrix transposed() {
        return new Matrix(slot, batch, column, row);
    }

    /// Where a matrix of the batch begins in the operand.
    int at(int item) {
        return batch.get(item);
    }

    /// Whether the matrices, of so many rows, follow each other like the rows of one tall matrix.
    boolean tall(int rows) {
        for (int i = 1; i < batch.size(); i++) {
            if (at(i) != at(i - 1) + rows * row) {
                return false;
            }
        }
        return true;
    }

    /// Whether all matrices of the batch are the same.
    boolean same() {
        return batch.stream().allMatch(at -> at == at(0));
    }

    /// The first matrix of the batch alone, or as one tall matrix.
    Matrix first() {
        return new Matrix(slot, batch.subList(0, 1), row, column);
    }
}
