package hebb.cpu.gemm;

import java.util.ArrayList;
import java.util.List;

/// What a [Tile] is compiled for.
///
/// - `vectors`: how many vectors wide a row of the tile is, 1 or 2
/// - `rowsA`: where each row of the tile begins in A, relative to the first, so the first is 0
/// - `rowC`: how far apart rows of the tile are stored
public record TileShape(int vectors, List<Integer> rowsA, int rowC) {
    public TileShape {
        rowsA = List.copyOf(rowsA);
    }

    /// `rows` rows that begin `rowA` apart in A.
    public static TileShape of(int rows, int vectors, int rowA, int rowC) {
        var rowsA = new ArrayList<Integer>(rows);
        for (int i = 0; i < rows; i++) {
            rowsA.add(i * rowA);
        }
        return new TileShape(vectors, rowsA, rowC);
    }

    /// Rows of the tile.
    public int rows() {
        return rowsA.size();
    }
}
