package hebb.cpu.gemm;

/// A right-hand matrix too large for the caches, read where it lies: the weights of a dense layer
/// with thousands of inputs and units, multiplied by the few rows of a batch.
///
/// Tiles walk down a panel, where each row is a page further on. No processor sees that coming, and
/// so few of these reads are under way at a time that they take three times as long as reading the
/// matrix row by row. So a thread first touches the rows of a block over many panels, at the
/// memory's full speed, and the tiles find them in the second-level cache.
final class FarMatrix {
    /// Elements that the caches near the processor do not hold.
    private static final int FAR = 1 << 21;

    /// Panels beyond which rows are long enough.
    private static final int WIDE = 24;

    /// Terms of a block, and columns of it: 288 KiB, a part of the second-level cache.
    static final int TERMS = 96;

    private static final int COLUMNS = 768;

    /// Floats of a cache line.
    private static final int LINE = 16;

    private FarMatrix() {}

    /// Whether a matrix of `k` rows is one.
    static boolean is(Panels panels, int k) {
        return panels.count() >= WIDE && (long) panels.count() * panels.width() * k >= FAR;
    }

    /// How many panels a block covers.
    static int panels(Panels panels) {
        return COLUMNS / panels.width();
    }

    /// Reads a float of each cache line of `rows` rows of `columns` floats, and returns their sum,
    /// which is of no use but keeps the JIT from leaving out the reads.
    ///
    /// Four rows at a time, because the processor fetches ahead in each; and four sums, that no
    /// read waits for an addition.
    static float touch(float[] b, int at, int row, int rows, int columns) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int last = rows - 1;
        for (int i = 0; i < rows; i += 4) {
            int row0 = at + i * row;
            int row1 = at + Math.min(i + 1, last) * row;
            int row2 = at + Math.min(i + 2, last) * row;
            int row3 = at + Math.min(i + 3, last) * row;
            for (int j = 0; j < columns; j += LINE) {
                s0 += b[row0 + j];
                s1 += b[row1 + j];
                s2 += b[row2 + j];
                s3 += b[row3 + j];
            }
        }
        return s0 + s1 + s2 + s3;
    }
}
