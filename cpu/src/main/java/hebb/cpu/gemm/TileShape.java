package hebb.cpu.gemm;

import java.util.List;
import java.util.stream.IntStream;

/// What a [Tile] is compiled for.
///
/// - `vectors`: how many vectors wide a row of the tile is, 1 or 2
/// - `rowsA`: where each row of the tile begins in A, relative to the first, so the first is 0
/// - `rowsC`: where each row of the tile is stored, relative to the first
public record TileShape(int vectors, List<Integer> rowsA, List<Integer> rowsC) {
    public TileShape {
        if (rowsA.size() != rowsC.size()) {
            throw new IllegalArgumentException(
                    "%d rows of A, %d of C".formatted(rowsA.size(), rowsC.size()));
        }
        if (vectors < 1 || vectors > 2 || rowsA.getFirst() != 0 || rowsC.getFirst() != 0) {
            throw new IllegalArgumentException(
                    "%d vectors, rows at %s and %s".formatted(vectors, rowsA, rowsC));
        }
        rowsA = List.copyOf(rowsA);
        rowsC = List.copyOf(rowsC);
    }

    /// `rows` rows that begin `rowA` apart in A and are stored `rowC` apart.
    public static TileShape of(int rows, int vectors, int rowA, int rowC) {
        return new TileShape(vectors, apart(rows, rowA), apart(rows, rowC));
    }

    /// Where `rows` rows begin that lie `row` apart.
    public static List<Integer> apart(int rows, int row) {
        return IntStream.range(0, rows).mapToObj(i -> i * row).toList();
    }

    /// Rows of the tile.
    public int rows() {
        return rowsA.size();
    }
}
