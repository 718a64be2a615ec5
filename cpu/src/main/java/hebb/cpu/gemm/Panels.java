package hebb.cpu.gemm;

import hebb.cpu.simd.Lanes;

/// The right-hand matrix of a product cut into panels two vectors wide; the last one, which may
/// have fewer columns, is one vector wide if that suffices, and filled up with zeros.
///
/// A packed panel holds its rows one after the other; panels follow each other, all but the last of
/// full width, so panel p begins at `p * width * k`.
public final class Panels {
    private final int lanes;
    private final int columns;
    private final int count;

    public Panels(Lanes lanes, int columns) {
        this.lanes = lanes.count();
        this.columns = columns;
        count = Math.ceilDiv(columns, 2 * this.lanes);
    }

    /// How many panels there are.
    public int count() {
        return count;
    }

    /// Columns from one panel to the next.
    public int width() {
        return 2 * lanes;
    }

    /// Vectors a row of the panel takes, 1 or 2.
    public int vectors(int panel) {
        return columnsOf(panel) > lanes ? 2 : 1;
    }

    /// Columns of the matrix that the panel covers.
    public int columnsOf(int panel) {
        return Math.min(width(), columns - panel * width());
    }

    /// Floats from one row of the packed panel to the next.
    public int rowOf(int panel) {
        return vectors(panel) * lanes;
    }

    /// Whether the panel's vectors hold columns beyond those of the matrix.
    public boolean padded(int panel) {
        return columnsOf(panel) < rowOf(panel);
    }

    /// Floats that all panels take when packed, `k` rows each.
    public int size(int k) {
        return count == 0 ? 0 : Math.multiplyExact((count - 1) * width() + rowOf(count - 1), k);
    }

    /// Packs the rows `from <= i < to` of the panels `first <= panel < end`: element (i, j) of the
    /// matrix is `b[atB + i * rowB + j]`, and the packed panels begin at `packed[atPacked]`.
    public void pack(
            int first,
            int end,
            int k,
            int from,
            int to,
            float[] b,
            int atB,
            int rowB,
            float[] packed,
            int atPacked) {
        // row by row over all panels, because that is how the memory of the matrix is read fastest
        for (int i = from; i < to; i++) {
            for (int panel = first; panel < end; panel++) {
                int valid = columnsOf(panel);
                int row = rowOf(panel);
                int target = atPacked + panel * width() * k + i * row;
                System.arraycopy(b, atB + i * rowB + panel * width(), packed, target, valid);
                for (int j = valid; j < row; j++) {
                    packed[target + j] = 0f;
                }
            }
        }
    }

    /// Packs rows of a panel like [#pack], where element (i, j) of the matrix is `b[atB + j * rowB
    /// + i]`.
    public void packTransposed(
            int panel,
            int k,
            int from,
            int to,
            float[] b,
            int atB,
            int rowB,
            float[] packed,
            int atPacked) {
        int valid = columnsOf(panel);
        int row = rowOf(panel);
        int target = atPacked + panel * width() * k + from * row;
        int source = atB + panel * width() * rowB + from;
        Transpose.copy(b, source, rowB, valid, to - from, packed, target, row);
        for (int i = 0; i < to - from; i++) {
            for (int j = valid; j < row; j++) {
                packed[target + i * row + j] = 0f;
            }
        }
    }
}
