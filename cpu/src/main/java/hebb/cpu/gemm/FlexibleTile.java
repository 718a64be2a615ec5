package hebb.cpu.gemm;

import hebb.cpu.simd.Lanes;
import hebb.cpu.simd.Warming;

/// A [Tile] of any shape that shares its vector code with all others: four rows at a time, the
/// shape in variables. It takes the place of a tile made for its shape, and asks for that one once
/// it has been used so much that compiling it pays. While its own code is not compiled, plain loops
/// run.
final class FlexibleTile implements Tile {
    /// Rows of a strip.
    static final int ROWS = 4;

    /// Stands for strips that are not compiled yet; never called.
    static final Strip NONE =
            (a, atA, rowsA, row, steps, from, to, b, atB, rowB, add, c, atC, rowsC) -> {};

    /// Terms after which a tile is worth compiling: some 20 ms of work.
    private static final long HOT = 1 << 22;

    private final int[] rowsA;
    private final int[] rowsC;
    private final Tile plain;
    private final Warming<Strip> strips;
    private Runnable onceHot = () -> {};

    /// Counted without care for other threads, as it need not be exact.
    private long terms;

    /// The kernel for up to [#ROWS] rows of a tile, from `row` on; see [Tile].
    interface Strip {
        void run(
                float[] a,
                int atA,
                int[] rowsA,
                int row,
                int[] steps,
                int from,
                int to,
                float[] b,
                int atB,
                int rowB,
                boolean add,
                float[] c,
                int atC,
                int[] rowsC);
    }

    FlexibleTile(Lanes lanes, TileShape shape, Warming<Strip> strips) {
        rowsA = shape.rowsA().stream().mapToInt(Integer::intValue).toArray();
        rowsC = shape.rowsC().stream().mapToInt(Integer::intValue).toArray();
        plain = new ScalarTile(lanes, shape);
        this.strips = strips;
    }

    /// What to do when the tile has been used much.
    void onceHot(Runnable action) {
        onceHot = action;
    }

    @Override
    public void run(
            float[] a,
            int atA,
            int[] steps,
            int from,
            int to,
            float[] b,
            int atB,
            int rowB,
            boolean add,
            float[] c,
            int atC) {
        Strip strip = strips.kernel();
        if (strip.equals(NONE)) {
            plain.run(a, atA, steps, from, to, b, atB, rowB, add, c, atC);
            return;
        }
        terms += to - from;
        if (terms >= HOT) {
            terms = Long.MIN_VALUE;
            onceHot.run();
        }
        for (int row = 0; row < rowsA.length; row += ROWS) {
            strip.run(a, atA, rowsA, row, steps, from, to, b, atB, rowB, add, c, atC, rowsC);
        }
    }
}
