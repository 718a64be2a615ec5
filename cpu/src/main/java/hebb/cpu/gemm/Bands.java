package hebb.cpu.gemm;

import hebb.cpu.simd.Lanes;
import java.util.Arrays;

/// The left-hand matrix of a product cut into bands of rows, one for each row of tiles.
///
/// A packed band holds its columns one after the other, so that one kernel serves all matrices and
/// no two rows contend for a place in the cache. Columns are [#PITCH] floats apart in every band.
final class Bands {
    /// Floats from one column of a packed band to the next.
    static final int PITCH = 16;

    private final int[] rows;
    private final int[] begins;

    private Bands(int[] rows) {
        this.rows = rows;
        begins = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            begins[i + 1] = begins[i] + rows[i];
        }
    }

    /// Few bands of at most two sizes, as [Cut] has them.
    static Bands of(Lanes lanes, int m) {
        return new Bands(Cut.rows(m, lanes.maxRows()));
    }

    /// Bands of one size, but for the last, which may have fewer rows.
    static Bands even(Lanes lanes, int m) {
        int size = Cut.rows(m, lanes.maxRows())[0];
        int[] rows = new int[Math.ceilDiv(m, size)];
        Arrays.fill(rows, size);
        rows[rows.length - 1] = m - (rows.length - 1) * size;
        return new Bands(rows);
    }

    /// How many bands there are.
    int count() {
        return rows.length;
    }

    /// How many rows a band has.
    int rows(int band) {
        return rows[band];
    }

    /// The first row of a band, or the number of all rows.
    int begin(int band) {
        return begins[band];
    }

    /// How many bands hold the first `rows` rows.
    int covering(int rows) {
        int found = Arrays.binarySearch(begins, rows);
        return found >= 0 ? found : -found - 1;
    }

    /// Floats that all bands take when packed, `k` columns each.
    int size(int k) {
        return Math.multiplyExact(rows.length * PITCH, k);
    }

    /// Where column `k` of a band lies in the packed bands, of `columns` columns each.
    int at(int band, int k, int columns) {
        return (band * columns + k) * PITCH;
    }

    /// Packs the columns `from <= k < to`, of `columns`, of a band: element (i, k) of the matrix is
    /// `a[atA + i * row + k * column]`, one of the two being 1.
    void pack(
            int band,
            int columns,
            int from,
            int to,
            float[] a,
            int atA,
            int row,
            int column,
            float[] packed,
            int atPacked) {
        int source = atA + begins[band] * row + from * column;
        int target = atPacked + at(band, from, columns);
        if (column == 1) {
            Transpose.copy(a, source, row, rows[band], to - from, packed, target, PITCH);
            return;
        }
        for (int k = from; k < to; k++) {
            System.arraycopy(a, source, packed, target, rows[band]);
            source += column;
            target += PITCH;
        }
    }
}
