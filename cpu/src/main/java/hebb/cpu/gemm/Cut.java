package hebb.cpu.gemm;

import java.util.Arrays;

/// Cuts a run of rows into tiles, few of them and of few different sizes: a term costs a tile the
/// time of some rows more than it has, and each size is a kernel to compile.
public final class Cut {
    /// For equal sizes one tile in so many may be added.
    private static final int WORTH = 8;

    private Cut() {}

    /// The sizes of the tiles, none above `max`, that add up to `total`: all equal where that takes
    /// hardly more tiles than the fewest, else as equal as they can be, the larger ones first.
    public static int[] rows(int total, int max) {
        int tiles = Math.ceilDiv(total, max);
        for (int count = tiles; count <= tiles + tiles / WORTH; count++) {
            if (count > 0 && total % count == 0) {
                return filled(count, total / count, 0);
            }
        }
        return tiles == 0 ? new int[0] : filled(tiles, total / tiles, total % tiles);
    }

    private static int[] filled(int count, int size, int larger) {
        int[] sizes = new int[count];
        Arrays.fill(sizes, size);
        Arrays.fill(sizes, 0, larger, size + 1);
        return sizes;
    }
}
