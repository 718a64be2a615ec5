package hebb.cpu.pool;

import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Template;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Pools a batch of images: runs of windows that lie inside the image on vectors, windows that the
/// border cuts, and channels that do not fill a vector, on plain loops.
///
/// A unit is some rows of results of one image; for gradients, whose windows may overlap, all.
final class Pooling implements Phase {
    /// Cells that are worth handing to a thread.
    private static final int UNIT = 1 << 16;

    private static final int TRIAL_WINDOWS = 16;

    /// Compiled, a trial call takes a tenth of this for each cell of the window; otherwise ten
    /// times as much.
    private static final long TRIAL_NANOS = 500;

    private static final ConcurrentHashMap<Key, Warming<PoolLoops>> LOOPS =
            new ConcurrentHashMap<>();

    private final Pool2D pool;
    private final Operation operation;
    private final int lanes;
    private final boolean overlaps;
    private final boolean clears;
    private final Warming<PoolLoops> loops;
    private final PoolLoops plain;
    private final int imageX;
    private final int imageY;
    private final int rowsPerUnit;
    private final int cuts;

    /// In the order of rows of results; those of row y begin at `begins[y]`.
    private final Segment[] segments;

    private final int[] begins;

    /// Windows side by side, whether they are for vectors, and where they and their results begin
    /// in an image.
    private record Segment(boolean vectors, PoolLoops.Run run, int atX, int atY) {}

    /// What vector loops are compiled for.
    private record Key(Kernels kernels, Operation operation, int rows, int columns, boolean adds) {
        boolean relu() {
            return operation == Operation.MAX_GRADIENT_RELU;
        }
    }

    Pooling(Pool2D pool, Operation operation, Kernels kernels) {
        this.pool = pool;
        this.operation = operation;
        lanes = kernels.lanes().count();
        overlaps = pool.strideY() < pool.poolY() || pool.strideX() < pool.poolX();
        clears = operation.backward() && (overlaps || !covers());
        var key = new Key(kernels, operation, pool.poolY(), pool.poolX(), overlaps);
        loops = LOOPS.computeIfAbsent(key, Pooling::make);
        plain = new ScalarPool(key.relu(), key.adds);
        imageX = pool.height() * pool.width() * pool.channels();
        imageY = pool.outHeight() * pool.outWidth() * pool.channels();
        int worth = UNIT / Math.max(1, imageX / pool.outHeight());
        rowsPerUnit = operation.backward() ? pool.outHeight() : Math.max(1, worth);
        cuts = Math.ceilDiv(pool.outHeight(), rowsPerUnit);
        var list = new ArrayList<Segment>();
        begins = new int[pool.outHeight() + 1];
        for (int y = 0; y < pool.outHeight(); y++) {
            addRow(y, list);
            begins[y + 1] = list.size();
        }
        segments = list.toArray(Segment[]::new);
    }

    private static Warming<PoolLoops> make(Key key) {
        int lanes = key.kernels.lanes().count();
        int cells = key.rows * key.columns;
        var run =
                new PoolLoops.Run(
                        TRIAL_WINDOWS,
                        key.rows,
                        key.columns,
                        lanes,
                        lanes,
                        key.columns * lanes,
                        cells * lanes);
        float[] x = new float[TRIAL_WINDOWS * cells * lanes];
        float[] y = new float[TRIAL_WINDOWS * lanes];
        float[] dx = x.clone();
        return key.kernels.choose(
                new ScalarPool(key.relu(), key.adds),
                () ->
                        (PoolLoops)
                                Template.specialise(
                                        MethodHandles.lookup(),
                                        "VectorPool",
                                        lanes,
                                        key.rows,
                                        key.columns,
                                        key.relu() ? 1 : 0,
                                        key.adds ? 1 : 0),
                cells * TRIAL_NANOS,
                loops -> key.operation.run(loops, run, x, 0, y, 0, y, 0, dx, 0));
    }

    /// Whether every cell lies in a window.
    private boolean covers() {
        int lastRow = (pool.outHeight() - 1) * pool.strideY() - pool.top() + pool.poolY();
        int lastColumn = (pool.outWidth() - 1) * pool.strideX() - pool.left() + pool.poolX();
        return pool.strideY() <= pool.poolY()
                && pool.strideX() <= pool.poolX()
                && lastRow >= pool.height()
                && lastColumn >= pool.width();
    }

    private void addRow(int y, List<Segment> list) {
        int firstRow = y * pool.strideY() - pool.top();
        int fromRow = Math.clamp(firstRow, 0, pool.height());
        int toRow = Math.clamp(firstRow + pool.poolY(), 0, pool.height());
        int from = Math.min(Math.ceilDiv(pool.left(), pool.strideX()), pool.outWidth());
        int fit = Math.floorDiv(pool.width() + pool.left() - pool.poolX(), pool.strideX()) + 1;
        boolean whole = toRow - fromRow == pool.poolY();
        int to = whole ? Math.clamp(fit, from, pool.outWidth()) : from;
        int windows;
        for (int x = 0; x < pool.outWidth(); x += windows) {
            windows = x == from && from < to ? to - from : 1;
            int firstColumn = x * pool.strideX() - pool.left();
            int fromColumn = Math.clamp(firstColumn, 0, pool.width());
            int toColumn = Math.clamp(firstColumn + pool.poolX(), 0, pool.width());
            var run =
                    new PoolLoops.Run(
                            windows,
                            toRow - fromRow,
                            toColumn - fromColumn,
                            pool.channels(),
                            pool.channels(),
                            pool.width() * pool.channels(),
                            pool.strideX() * pool.channels());
            int atX = (fromRow * pool.width() + fromColumn) * pool.channels();
            int atY = (y * pool.outWidth() + x) * pool.channels();
            int vectors = from <= x && x < to ? pool.channels() / lanes * lanes : 0;
            if (vectors > 0) {
                list.add(new Segment(true, run.channels(vectors), atX, atY));
            }
            if (vectors < pool.channels()) {
                var rest = run.channels(pool.channels() - vectors);
                list.add(new Segment(false, rest, atX + vectors, atY + vectors));
            }
        }
    }

    @Override
    public int units() {
        return pool.images() * cuts;
    }

    @Override
    public long cost() {
        return (long) pool.images() * imageY * pool.poolY() * pool.poolX();
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        for (int unit = from; unit < to; unit++) {
            int image = unit / cuts;
            int row = unit % cuts * rowsPerUnit;
            if (clears) {
                int at = o.offset(Pool2D.DX) + image * imageX;
                Arrays.fill(o.floats(Pool2D.DX), at, at + imageX, 0f);
            }
            rows(image, row, Math.min(pool.outHeight(), row + rowsPerUnit), o);
        }
    }

    private void rows(int image, int from, int to, Operands o) {
        // slots that the operation neither reads nor writes need not be bound
        int slotDx = operation.backward() ? Pool2D.DX : Pool2D.X;
        int slotDy = operation.backward() ? Pool2D.DY : Pool2D.Y;
        int slotX = operation == Operation.AVERAGE_GRADIENT ? slotDx : Pool2D.X;
        int slotY = operation == Operation.AVERAGE_GRADIENT ? slotDy : Pool2D.Y;
        float[] x = o.floats(slotX);
        float[] y = o.floats(slotY);
        float[] dx = o.floats(slotDx);
        float[] dy = o.floats(slotDy);
        int atX = o.offset(slotX) + image * imageX;
        int atY = o.offset(slotY) + image * imageY;
        int atDx = o.offset(slotDx) + image * imageX;
        int atDy = o.offset(slotDy) + image * imageY;
        PoolLoops vectors = loops.kernel();
        for (int i = begins[from]; i < begins[to]; i++) {
            Segment s = segments[i];
            operation.run(
                    s.vectors ? vectors : plain,
                    s.run,
                    x,
                    atX + s.atX,
                    y,
                    atY + s.atY,
                    dy,
                    atDy + s.atY,
                    dx,
                    atDx + s.atX);
        }
    }
}
