package hebb.cpu.gemm;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Warming;
import java.util.Arrays;

/// The right-hand matrix of a product cut into panels two vectors wide; the last one, which may
/// have fewer columns, is one vector wide if that suffices, and filled up with zeros.
///
/// A packed panel holds its rows one after the other; panels follow each other, all but the last of
/// full width, so panel p begins at `p * width * k`.
public final class Panels {
    private final int lanes;
    private final int columns;
    private final int count;
    private final Warming<RowCopy> copy;

    public Panels(Kernels kernels, int columns) {
        this.lanes = kernels.lanes().count();
        this.columns = columns;
        copy = RowCopy.of(kernels);
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
        return count == 0 ? 0 : ((count - 1) * width() + rowOf(count - 1)) * k;
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
        int whole = columnsOf(end - 1) == width() ? end : end - 1;
        int source = atB + from * rowB;
        int target = atPacked + from * width();
        copy.kernel()
                .run(
                        b,
                        source + first * width(),
                        rowB,
                        to - from,
                        whole - first,
                        packed,
                        target + first * width() * k,
                        width() * k);
        if (whole < end) {
            packNarrow(k, from, to, b, atB, rowB, packed, atPacked);
        }
    }

    /// Packs the last panel, filling up with zeros.
    private void packNarrow(
            int k, int from, int to, float[] b, int atB, int rowB, float[] packed, int atPacked) {
        int last = count - 1;
        int valid = columnsOf(last);
        int row = rowOf(last);
        int target = atPacked + last * width() * k;
        for (int i = from; i < to; i++) {
            System.arraycopy(b, atB + i * rowB + last * width(), packed, target + i * row, valid);
            Arrays.fill(packed, target + i * row + valid, target + (i + 1) * row, 0f);
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
