package hebb.cpu.gemm;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A batch of products `left · right` by tiles: left element (i, k) and result element (i, j) are
/// reached by strides, the right-hand matrix is read where it lies or packed into [Panels] first.
final class Product {
    /// One k-block of a panel stays in the first-level cache while tiles pass over it.
    private static final int BLOCK = 256;

    /// Tiles that pass over one k-block of a panel, and rows of the left-hand matrix that stay in the
    /// second-level cache while panels pass over them.
    private static final int TILES = 8;

    /// Panels that are packed together.
    private static final int PANELS = 8;

    /// Multiply-adds that are worth handing to a thread.
    private static final long UNIT = 1 << 19;

    private static final int MAX_UNITS = 64;

    private final Kernels kernels;
    private final Lanes lanes;
    private final int k;
    private final int items;
    private final Matrix left;
    private final Matrix right;
    private final Matrix result;
    private final Finish finish;

    private final Panels panels;
    private final int firstPacked;
    private final int block;
    private final int[] steps;
    private final int[] rows;
    private final int[] begins;
    private final List<Warming<Tile>> tiles;
    private final List<Warming<Tile>> lastTiles;
    private final int tilesPerUnit;
    private final int panelsPerUnit;

    /// `m × n` results of `k` terms each; `biasSlot` is read where the epilogue has a bias.
    Product(
            Kernels kernels,
            int m,
            int n,
            int k,
            Matrix left,
            Matrix right,
            Matrix result,
            Epilogue epilogue,
            int biasSlot) {
        this.kernels = kernels;
        lanes = kernels.lanes();
        this.k = k;
        this.left = left;
        this.right = right;
        this.result = result;
        items = left.batch().size();
        finish = Finish.of(kernels, epilogue, biasSlot);
        panels = new Panels(lanes, n);
        int last = panels.count() - 1;
        rows = n == 0 ? new int[0] : Cut.rows(m, lanes.maxRows());
        begins = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            begins[i + 1] = begins[i] + rows[i];
        }
        boolean packAll = right.column() != 1 || rows.length > TILES;
        firstPacked = packAll ? 0 : last >= 0 && panels.padded(last) ? last : panels.count();
        block = Math.max(1, Math.ceilDiv(k, Math.max(1, Math.ceilDiv(k, BLOCK))));
        steps = new int[block];
        for (int i = 0; i < block; i++) {
            steps[i] = i * left.column();
        }
        lastTiles = Arrays.stream(rows).mapToObj(count -> tile(count, last)).toList();
        tiles =
                last > 0
                        ? Arrays.stream(rows).mapToObj(count -> tile(count, 0)).toList()
                        : lastTiles;
        int units = Math.clamp((long) m * n * k / UNIT, 1, MAX_UNITS);
        int columnCuts = Math.clamp(units * TILES / Math.max(1, rows.length), 1, units);
        panelsPerUnit = Math.max(1, Math.ceilDiv(panels.count(), columnCuts));
        int rowCuts = Math.max(1, units / Math.ceilDiv(Math.max(1, panels.count()), panelsPerUnit));
        tilesPerUnit = Math.clamp(Math.ceilDiv(rows.length, rowCuts), 1, TILES);
    }

    private Warming<Tile> tile(int rows, int panel) {
        int rowC = buffered(panel) ? panels.rowOf(panel) : result.row();
        return Tiles.of(kernels, TileShape.of(rows, panels.vectors(panel), left.row(), rowC));
    }

    /// Whether tiles of a panel go through a buffer, because they are not laid out like the result.
    private boolean buffered(int panel) {
        return result.column() != 1 || panels.padded(panel);
    }

    Work work() {
        var phases = new ArrayList<Phase>();
        if (firstPacked < panels.count() && k > 0 && rows.length > 0) {
            phases.add(new Packing());
        }
        phases.add(new Multiplying());
        int buffer = lanes.maxRows() * panels.width();
        return new Work(phases, items * packedSize(), buffer);
    }

    private int packedSize() {
        return firstPacked == panels.count()
                ? 0
                : panels.size(k) - firstPacked * panels.width() * k;
    }

    /// Where panel 0 of an item would lie in the scratch if all panels were packed.
    private int packedAt(int item, Operands o) {
        return o.sharedOffset() + item * packedSize() - firstPacked * panels.width() * k;
    }

    /// Packs right-hand matrices into the shared scratch; a unit is one k-block of a few panels.
    private final class Packing implements Phase {
        private final int groups = Math.ceilDiv(panels.count() - firstPacked, PANELS);
        private final int blocks = Math.ceilDiv(k, block);

        @Override
        public int units() {
            return items * blocks * groups;
        }

        @Override
        public long cost() {
            return (long) items * packedSize();
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            float[] b = o.floats(right.slot());
            float[] packed = o.scratchFloats();
            for (int unit = from; unit < to; unit++) {
                int item = unit / (blocks * groups);
                int begin = unit / groups % blocks * block;
                int end = Math.min(k, begin + block);
                int first = firstPacked + unit % groups * PANELS;
                int last = Math.min(panels.count(), first + PANELS);
                int atB = o.offset(right.slot()) + right.at(item);
                int at = packedAt(item, o);
                if (right.column() == 1) {
                    panels.pack(first, last, k, begin, end, b, atB, right.row(), packed, at);
                } else {
                    int row = right.column();
                    for (int panel = first; panel < last; panel++) {
                        panels.packTransposed(panel, k, begin, end, b, atB, row, packed, at);
                    }
                }
            }
        }
    }

    /// Multiplies; a unit is a few rows of tiles by a few panels of one item.
    private final class Multiplying implements Phase {
        private final int rowCuts = Math.ceilDiv(rows.length, tilesPerUnit);
        private final int columnCuts = Math.ceilDiv(panels.count(), panelsPerUnit);

        @Override
        public int units() {
            return items * rowCuts * columnCuts;
        }

        @Override
        public long cost() {
            return (long) items * begins[rows.length] * panels.count() * panels.width() * (k + 4);
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            for (int unit = from; unit < to; unit++) {
                int item = unit / (rowCuts * columnCuts);
                int firstTile = unit / columnCuts % rowCuts * tilesPerUnit;
                int endTile = Math.min(rows.length, firstTile + tilesPerUnit);
                int firstPanel = unit % columnCuts * panelsPerUnit;
                int endPanel = Math.min(panels.count(), firstPanel + panelsPerUnit);
                int begin = 0;
                do {
                    for (int panel = firstPanel; panel < endPanel; panel++) {
                        multiply(item, panel, firstTile, endTile, begin, o, o.threadOffset(thread));
                    }
                    begin += block;
                } while (begin < k);
            }
        }

        /// Adds one k-block to the tiles of one panel.
        private void multiply(
                int item,
                int panel,
                int firstTile,
                int endTile,
                int begin,
                Operands o,
                int buffer) {
            int column = panel * panels.width();
            float[] b;
            int atB;
            int rowB;
            if (panel >= firstPacked) {
                b = o.scratchFloats();
                rowB = panels.rowOf(panel);
                atB = packedAt(item, o) + column * k + begin * rowB;
            } else {
                b = o.floats(right.slot());
                rowB = right.row();
                atB = o.offset(right.slot()) + right.at(item) + begin * rowB + column;
            }
            float[] a = o.floats(left.slot());
            int atA = o.offset(left.slot()) + left.at(item) + begin * left.column();
            float[] c = o.floats(result.slot());
            int atC = o.offset(result.slot()) + result.at(item) + column * result.column();
            List<Warming<Tile>> row = panel == panels.count() - 1 ? lastTiles : tiles;
            int count = Math.min(block, k - begin);
            boolean add = begin > 0;
            boolean buffered = buffered(panel);
            for (int i = firstTile; i < endTile; i++) {
                Tile tile = row.get(i).kernel();
                int rowA = atA + begins[i] * left.row();
                int rowC = atC + begins[i] * result.row();
                if (buffered) {
                    float[] t = o.scratchFloats();
                    if (add) {
                        load(rows[i], panel, c, rowC, t, buffer);
                    }
                    tile.run(a, rowA, steps, 0, count, b, atB, rowB, add, t, buffer);
                    store(rows[i], panel, t, buffer, c, rowC);
                } else {
                    tile.run(a, rowA, steps, 0, count, b, atB, rowB, add, c, rowC);
                }
            }
            if (begin + count == k) {
                finish(panel, firstTile, endTile, c, atC, o);
            }
        }

        private void load(int rows, int panel, float[] c, int atC, float[] t, int atT) {
            int width = panels.rowOf(panel);
            int valid = panels.columnsOf(panel);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < valid; j++) {
                    t[atT + i * width + j] = c[atC + i * result.row() + j * result.column()];
                }
            }
        }

        private void store(int rows, int panel, float[] t, int atT, float[] c, int atC) {
            int width = panels.rowOf(panel);
            int valid = panels.columnsOf(panel);
            if (result.column() == 1) {
                for (int i = 0; i < rows; i++) {
                    System.arraycopy(t, atT + i * width, c, atC + i * result.row(), valid);
                }
                return;
            }
            // the result lies transposed, its columns being rows in memory
            Transpose.copy(t, atT, width, rows, valid, c, atC, result.column());
        }

        /// Finishes tiles of one panel.
        private void finish(int panel, int firstTile, int endTile, float[] c, int atC, Operands o) {
            int height = begins[endTile] - begins[firstTile];
            int width = panels.columnsOf(panel);
            int at = atC + begins[firstTile] * result.row();
            if (result.column() == 1) {
                int column = panel * panels.width();
                finish.run(c, at, height, width, result.row(), column, o);
            } else {
                finish.run(c, at, width, height, result.column(), begins[firstTile], o);
            }
        }
    }
}
