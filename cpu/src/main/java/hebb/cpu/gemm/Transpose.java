package hebb.cpu.gemm;

/// Copies a matrix and transposes it, four rows at a time: one by one each store would begin a
/// cache line of its own.
final class Transpose {
    private static final int ROWS = 4;

    private Transpose() {}

    /// `to[atTo + j * rowTo + i] = from[atFrom + i * rowFrom + j]` for all `i < rows`, `j <
    /// columns`.
    static void copy(
            float[] from,
            int atFrom,
            int rowFrom,
            int rows,
            int columns,
            float[] to,
            int atTo,
            int rowTo) {
        int i = 0;
        for (; i + ROWS <= rows; i += ROWS) {
            four(from, atFrom + i * rowFrom, rowFrom, columns, to, atTo + i, rowTo);
        }
        for (; i < rows; i++) {
            int row = atFrom + i * rowFrom;
            for (int j = 0; j < columns; j++) {
                to[atTo + j * rowTo + i] = from[row + j];
            }
        }
    }

    private static void four(
            float[] from, int row0, int rowFrom, int columns, float[] to, int atTo, int rowTo) {
        int row1 = row0 + rowFrom;
        int row2 = row1 + rowFrom;
        int row3 = row2 + rowFrom;
        int at = atTo;
        for (int j = 0; j < columns; j++) {
            to[at] = from[row0 + j];
            to[at + 1] = from[row1 + j];
            to[at + 2] = from[row2 + j];
            to[at + 3] = from[row3 + j];
            at += rowTo;
        }
    }
}
