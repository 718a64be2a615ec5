package hebb.cpu.gemm;

import java.util.Arrays;

/// Cuts a run of rows into tiles of few different sizes, because each size is a kernel to compile.
public final class Cut {
    private Cut() {}

    /// The sizes of the tiles, none above `max`, that add up to `total`: all equal where a divisor
    /// is large enough to keep the multipliers busy, else as equal as they can be.
    public static int[] rows(int total, int max) {
        int tiles = Math.ceilDiv(total, max);
        for (int count = tiles; count <= tiles + tiles / 3; count++) {
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
