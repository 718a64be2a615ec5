package hebb.cpu.gemm;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Extent;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.RowWork;
import hebb.cpu.work.Sweep;
import hebb.cpu.work.Sweeps;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A batch of products `left · right` by tiles: [Bands] of the left-hand matrix by [Panels] of the
/// right-hand one, either of them read where it lies or packed first.
final class Product {
    /// Terms after which a tile pauses: so much of a panel, and of the bands that use it, stays in
    /// the cache.
    private static final int BLOCK = 1024;

    /// Fewer where the right-hand matrix is read where it lies: each of its rows is elsewhere.
    private static final int BLOCK_IN_PLACE = Sweeps.BLOCK;

    /// Bands that must use the right-hand matrix to make packing it pay are more than these.
    private static final int BANDS_IN_PLACE = 16;

    /// Bands that pass over one k-block of a panel, and that stay in the second-level cache while
    /// panels pass over them.
    private static final int BANDS = 8;

    /// Panels that must use the left-hand matrix to make packing it pay.
    private static final int WORTH_PACKING = 16;

    /// Elements of two matrices that come from the memory, as what is packed would: then packing
    /// the left-hand one costs more than it brings, if the other is read where it lies.
    private static final int HUGE = 3 << 20;

    /// Rows this many floats apart, or multiples of it, contend for the same places in the cache.
    private static final int CONTENDING = 512;

    /// Multiply-adds that are worth handing to a thread.
    private static final long UNIT = 1 << 19;

    private static final int MAX_UNITS = 64;

    /// Fewer where the right-hand matrix is read where it lies: panels side by side share its
    /// pages.
    private static final int MAX_UNITS_IN_PLACE = 16;

    /// Elements of a result that a thread holds for the work behind the product.
    private static final int HELD = 1 << 16;

    /// Units of a product with work behind it, if it has rows enough.
    private static final int FEWEST_UNITS = 16;

    private final Kernels kernels;
    private final int k;
    private final int items;
    private final Matrix left;
    private final Matrix right;
    private final Matrix result;
    private final @Nullable Extent rowsInUse;
    private final @Nullable Extent termsInUse;
    private final Finish finish;
    private final Bands bands;
    private final Panels panels;
    private final boolean far;
    private final int block;
    private final boolean packsLeft;
    private final int firstPacked;
    private final LeftPacking leftPacking;
    private final RightPacking rightPacking;
    private final int[] steps;
    private final List<Warming<Tile>> tiles;
    private final List<Warming<Tile>> lastTiles;
    private final int bandsPerUnit;
    private final int panelsPerUnit;
    private final int held;
    private final @Nullable RowWork behind;

    /// `m × n` results of `k` terms each; `biasSlot` is read where the epilogue has a bias. Where
    /// fewer rows or terms are in use, these are the first ones.
    ///
    /// If there is work `behind`, the rows go into it: each thread has a result of its own for the
    /// rows that it works on, [#rowsHeld] at a time.
    Product(
            Kernels kernels,
            int m,
            int n,
            int k,
            Matrix left,
            Matrix right,
            Matrix result,
            @Nullable Extent rowsInUse,
            @Nullable Extent termsInUse,
            Epilogue epilogue,
            int biasSlot,
            @Nullable RowWork behind) {
        this.kernels = kernels;
        this.behind = behind;
        this.k = k;
        this.left = left;
        this.right = right;
        this.result = result;
        this.rowsInUse = rowsInUse;
        this.termsInUse = termsInUse;
        items = left.batch().size();
        finish = Finish.of(kernels, epilogue, biasSlot);
        Lanes lanes = kernels.lanes();
        panels = new Panels(lanes, n);
        bands = behind == null ? Bands.of(lanes, n == 0 ? 0 : m) : Bands.even(lanes, m);
        boolean inPlace = right.column() == 1 && bands.count() <= BANDS_IN_PLACE;
        far = inPlace && behind == null && FarMatrix.is(panels, k);
        int terms = far ? FarMatrix.TERMS : inPlace ? BLOCK_IN_PLACE : BLOCK;
        block = Math.max(1, Math.ceilDiv(k, Math.max(1, Math.ceilDiv(k, terms))));
        int last = panels.count() - 1;
        if (!inPlace) {
            firstPacked = 0;
        } else {
            firstPacked = last >= 0 && panels.padded(last) ? last : panels.count();
        }
        boolean scattered = left.column() != 1 || left.row() % CONTENDING == 0;
        boolean isHuge = inPlace && (long) (m + n) * k > HUGE;
        packsLeft =
                scattered && !isHuge && panels.count() >= WORTH_PACKING && bands.count() > BANDS;
        rightPacking = new RightPacking(right, panels, firstPacked, k, block);
        leftPacking = new LeftPacking(left, bands, items * rightPacking.size(), k, block);
        int most = Math.max(1, Math.min(k, terms)); // of a block, or as many as a sweep is told
        steps = new int[most];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i * (packsLeft ? Bands.PITCH : left.column());
        }
        lastTiles = tiles(last);
        tiles = last > 0 ? tiles(0) : lastTiles;

        if (behind != null) {
            panelsPerUnit = panels.count();
            int rows = rowsHeld(lanes, m, n);
            held = rows * n;
            bandsPerUnit = rows / bands.rows(0);
        } else {
            held = 0;
            int mostUnits = firstPacked > 0 ? MAX_UNITS_IN_PLACE : MAX_UNITS;
            int units = Math.clamp((long) m * n * k / UNIT, 1, mostUnits);
            int cuts = units * BANDS / Math.max(1, bands.count());
            int columnCuts = inPlace ? units : Math.clamp(cuts, 1, units);
            int fewest = inPlace ? 1 : Math.max(1, Math.ceilDiv(bands.count(), BANDS));
            panelsPerUnit = Math.max(1, Math.ceilDiv(panels.count(), columnCuts));
            int wanted = units / Math.ceilDiv(Math.max(1, panels.count()), panelsPerUnit);
            // so many that units are of one size: one of few bands would leave its thread waiting
            int rowCuts = Math.max(wanted, fewest);
            bandsPerUnit = Math.max(1, Math.ceilDiv(bands.count(), rowCuts));
        }
    }

    /// How many rows of a product a thread computes before it hands them on: as many as stay in the
    /// second-level cache, but few enough for threads to share the work.
    static int rowsHeld(Lanes lanes, int m, int n) {
        var bands = Bands.even(lanes, m);
        int fit = HELD / Math.max(1, bands.rows(0) * n);
        return Math.clamp(fit, 1, Math.ceilDiv(bands.count(), FEWEST_UNITS)) * bands.rows(0);
    }

    /// The tile of each band for a panel.
    private List<Warming<Tile>> tiles(int panel) {
        int rowA = packsLeft ? 1 : left.row();
        return IntStream.range(0, bands.count())
                .mapToObj(band -> {
                    int rows = bands.rows(band);
                    int rowC = buffered(panel) ? panels.rowOf(panel) : result.row();
                    int vectors = panels.vectors(panel);
                    return Tiles.of(kernels, TileShape.of(rows, vectors, rowA, rowC));
                })
                .toList();
    }

    /// Whether the right-hand matrix is read where it lies, but for its last panel.
    private boolean inPlace() {
        return firstPacked > 0;
    }

    /// Whether tiles of a panel go through a buffer, because they are not laid out like the result.
    private boolean buffered(int panel) {
        return result.column() != 1 || panels.padded(panel);
    }

    Work work() {
        var phases = new ArrayList<Phase>();
        int shared = 0;
        if (bands.count() > 0 && k > 0 && rightPacking.size() > 0) {
            phases.add(rightPacking);
            shared = Math.multiplyExact(items, rightPacking.size());
        }
        if (packsLeft) {
            phases.add(leftPacking);
            shared = Math.addExact(shared, Math.multiplyExact(items, bands.size(k)));
        }
        phases.add(new Multiplying());
        return new Work(phases, shared, kernels.lanes().maxRows() * panels.width());
    }

    /// The same product, to go down the right-hand matrix together with others; null if it does not
    /// read all of that matrix where it lies, or not as it comes ([FarMatrix]), or packs the other.
    @Nullable Sweep sweep() {
        boolean inPlace = firstPacked == panels.count() && !far;
        boolean whole = rowsInUse == null && termsInUse == null;
        boolean plain = whole && items == 1 && behind == null && !packsLeft && result.column() == 1;
        return inPlace && plain && bands.count() > 0 && k > 0 ? new Sweeping() : null;
    }

    /// Multiplies all bands by some panels, so many terms as it is told.
    private final class Sweeping implements Sweep {
        private final Multiplying multiplying = new Multiplying();

        @Override
        public long cost() {
            return multiplying.cost();
        }

        @Override
        public void run(
                int fromColumn, int toColumn, int fromRow, int toRow, int thread, Operands o) {
            int end = Math.ceilDiv(toColumn, panels.width());
            for (int panel = fromColumn / panels.width(); panel < end; panel++) {
                multiplying.addBlock(
                        0, panel, 0, bands.count(), fromRow, toRow - fromRow, k, thread, o);
            }
        }
    }

    /// Multiplies; a unit is a few bands by a few panels of one item.
    private final class Multiplying implements Phase {
        private final int rowCuts = Math.ceilDiv(bands.count(), bandsPerUnit);
        private final int columnCuts = Math.ceilDiv(panels.count(), panelsPerUnit);

        @Override
        public int units() {
            return items * rowCuts * columnCuts;
        }

        @Override
        public long cost() {
            long rows = (long) items * bands.begin(bands.count());
            return rows * panels.count() * panels.width() * (k + 4);
        }

        @Override
        public int bites() {
            return inPlace() ? 1 : Phase.super.bites();
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            int inUse = rowsInUse == null ? bands.count() : bands.covering(rowsInUse.of(o));
            int terms = termsInUse == null ? k : termsInUse.of(o);
            int together;
            for (int unit = from; unit < to; unit += together) {
                int item = unit / (rowCuts * columnCuts);
                int row = inPlace() ? unit % rowCuts : unit / columnCuts % rowCuts;
                int column = inPlace() ? unit / rowCuts % columnCuts : unit % columnCuts;
                // all rows of some columns at once: they share the matrix that is read where it
                // lies, and columns side by side share rows of it
                int whole =
                        inPlace() && row == 0
                                ? Math.min((to - unit) / rowCuts, columnCuts - column)
                                : 0;
                together = Math.max(1, whole * rowCuts);
                int firstBand = firstBand(row, inUse);
                int endBand = whole > 0 ? inUse : firstBand(row + 1, inUse);
                int firstPanel = column * panelsPerUnit;
                int endPanel =
                        Math.min(panels.count(), firstPanel + Math.max(1, whole) * panelsPerUnit);
                int group = far ? FarMatrix.panels(panels) : endPanel - firstPanel;
                for (int first = firstPanel; first < endPanel; first += group) {
                    int end = Math.min(endPanel, first + group);
                    multiply(item, first, end, firstBand, endBand, terms, thread, o);
                }
                if (behind != null) {
                    behind.run(bands.begin(firstBand), bands.begin(endBand), thread, o);
                }
            }
        }

        /// Where the bands of a row of units begin. If only some bands are in use, those are dealt
        /// out evenly.
        private int firstBand(int row, int inUse) {
            return inUse == bands.count()
                    ? Math.min(inUse, row * bandsPerUnit)
                    : (int) ((long) inUse * row / rowCuts);
        }

        /// Some bands by some panels, a k-block after the other.
        private void multiply(
                int item,
                int firstPanel,
                int endPanel,
                int firstBand,
                int endBand,
                int terms,
                int thread,
                Operands o) {
            int begin = 0;
            do {
                if (far) {
                    touch(item, firstPanel, endPanel, begin, terms, thread, o);
                }
                for (int panel = firstPanel; panel < endPanel; panel++) {
                    int count = Math.min(block, terms - begin);
                    addBlock(item, panel, firstBand, endBand, begin, count, terms, thread, o);
                }
                begin += block;
            } while (begin < terms);
        }

        /// Brings one k-block of some panels into the cache.
        private void touch(
                int item, int first, int end, int begin, int terms, int thread, Operands o) {
            int column = first * panels.width();
            int columns = (end - 1 - first) * panels.width() + panels.columnsOf(end - 1);
            int at = o.offset(right.slot()) + right.at(item) + begin * right.row() + column;
            int rows = Math.min(block, terms - begin);
            o.scratchFloats()[o.threadOffset(thread)] =
                    FarMatrix.touch(o.floats(right.slot()), at, right.row(), rows, columns);
        }

        /// Adds `count` of the terms to the tiles of one panel, and finishes them after the last.
        private void addBlock(
                int item,
                int panel,
                int firstBand,
                int endBand,
                int begin,
                int count,
                int terms,
                int thread,
                Operands o) {
            int column = panel * panels.width();
            float[] b;
            int atB;
            int rowB;
            if (panel >= firstPacked) {
                b = o.scratchFloats();
                rowB = panels.rowOf(panel);
                atB = o.sharedOffset() + rightPacking.at(item) + column * k + begin * rowB;
            } else {
                b = o.floats(right.slot());
                rowB = right.row();
                atB = o.offset(right.slot()) + right.at(item) + begin * rowB + column;
            }
            float[] a = packsLeft ? o.scratchFloats() : o.floats(left.slot());
            float[] c = o.floats(result.slot());
            int atC = o.offset(result.slot()) + result.at(item) + column * result.column();
            if (behind != null) {
                atC += thread * held - bands.begin(firstBand) * result.row();
            }
            List<Warming<Tile>> own = panel == panels.count() - 1 ? lastTiles : tiles;
            boolean add = begin > 0;
            boolean buffered = buffered(panel);
            for (int band = firstBand; band < endBand; band++) {
                Tile tile = own.get(band).kernel();
                int atA = at(item, band, begin, o);
                int at = atC + bands.begin(band) * result.row();
                if (buffered) {
                    float[] t = o.scratchFloats();
                    int atT = o.threadOffset(thread);
                    if (add) {
                        load(bands.rows(band), panel, c, at, t, atT);
                    }
                    tile.run(a, atA, steps, 0, count, b, atB, rowB, add, t, atT);
                    store(bands.rows(band), panel, t, atT, c, at);
                } else {
                    tile.run(a, atA, steps, 0, count, b, atB, rowB, add, c, at);
                }
            }
            if (begin + count == terms) {
                finish(panel, firstBand, endBand, c, atC, o);
            }
        }

        /// Where column k of a band lies.
        private int at(int item, int band, int k, Operands o) {
            return packsLeft
                    ? o.sharedOffset() + leftPacking.at(item, band, k)
                    : o.offset(left.slot())
                            + left.at(item)
                            + bands.begin(band) * left.row()
                            + k * left.column();
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

        private void finish(int panel, int firstBand, int endBand, float[] c, int atC, Operands o) {
            int height = bands.begin(endBand) - bands.begin(firstBand);
            int width = panels.columnsOf(panel);
            int at = atC + bands.begin(firstBand) * result.row();
            if (result.column() == 1) {
                int column = panel * panels.width();
                finish.run(c, at, height, width, result.row(), column, o);
            } else {
                finish.run(c, at, width, height, result.column(), bands.begin(firstBand), o);
            }
        }
    }
}
