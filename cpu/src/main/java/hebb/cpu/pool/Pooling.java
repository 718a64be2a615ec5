package hebb.cpu.pool;

import hebb.cpu.gemm.Lanes;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Template;
import hebb.cpu.work.Work;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Pools a batch of images: runs of windows that lie inside the image on vectors, windows that the
/// border cuts, and channels that do not fill a vector, on plain loops.
final class Pooling {
    private static final ConcurrentHashMap<List<Integer>, PoolLoops> TEMPLATES =
            new ConcurrentHashMap<>();
    private static final PoolLoops PLAIN = new ScalarPool();

    /// Cells that are worth handing to a thread.
    private static final int UNIT = 1 << 16;

    private final Pool2D pool;
    private final Lanes lanes;
    private final PoolLoops inside;
    private final int imageX;
    private final int imageY;
    private final boolean overlaps;
    private final boolean covers;

    /// Segments in the order of rows of results; those of row y begin at `begins[y]`.
    private final Segment[] segments;

    private final int[] begins;

    /// Windows side by side and where they and their results begin in an image.
    private record Segment(PoolLoops loops, PoolLoops.Run run, int atX, int atY) {}

    Pooling(Pool2D pool, Lanes lanes) {
        this.pool = pool;
        this.lanes = lanes;
        inside = loops(pool, lanes);
        imageX = pool.height() * pool.width() * pool.channels();
        imageY = pool.outHeight() * pool.outWidth() * pool.channels();
        overlaps = pool.strideY() < pool.poolY() || pool.strideX() < pool.poolX();
        covers =
                covers(pool.height(), pool.top(), pool.poolY(), pool.strideY(), pool.outHeight())
                        && covers(
                                pool.width(),
                                pool.left(),
                                pool.poolX(),
                                pool.strideX(),
                                pool.outWidth());
        var list = new ArrayList<Segment>();
        begins = new int[pool.outHeight() + 1];
        for (int y = 0; y < pool.outHeight(); y++) {
            row(y, list);
            begins[y + 1] = list.size();
        }
        segments = list.toArray(Segment[]::new);
    }

    private static PoolLoops loops(Pool2D pool, Lanes lanes) {
        if (lanes == Lanes.SCALAR) {
            return PLAIN;
        }
        return TEMPLATES.computeIfAbsent(
                List.of(lanes.count(), pool.poolY(), pool.poolX()),
                key ->
                        (PoolLoops)
                                Template.specialise(
                                        MethodHandles.lookup(),
                                        "VectorPool",
                                        key.stream().mapToInt(Integer::intValue).toArray()));
    }

    /// Whether every cell along an axis lies in a window.
    private static boolean covers(int cells, int before, int window, int stride, int results) {
        return stride <= window && (results - 1) * stride - before + window >= cells;
    }

    private void row(int y, List<Segment> list) {
        int fromRow = Math.clamp(y * pool.strideY() - pool.top(), 0, pool.height());
        int toRow = Math.clamp(y * pool.strideY() - pool.top() + pool.poolY(), 0, pool.height());
        boolean whole = toRow - fromRow == pool.poolY();
        int firstInside = Math.min(Math.ceilDiv(pool.left(), pool.strideX()), pool.outWidth());
        int fit = Math.floorDiv(pool.width() + pool.left() - pool.poolX(), pool.strideX()) + 1;
        int endInside = whole ? Math.clamp(fit, firstInside, pool.outWidth()) : firstInside;
        for (int x = 0; x < pool.outWidth(); x++) {
            int windows = x == firstInside && endInside > x ? endInside - x : 1;
            int fromColumn = Math.clamp(x * pool.strideX() - pool.left(), 0, pool.width());
            int toColumn =
                    Math.clamp(x * pool.strideX() - pool.left() + pool.poolX(), 0, pool.width());
            boolean inner = x >= firstInside && x < endInside;
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
            add(inner, run, atX, atY, list);
            x += windows - 1;
        }
    }

    private void add(boolean inner, PoolLoops.Run run, int atX, int atY, List<Segment> list) {
        int whole = inner ? run.channels() / lanes.count() * lanes.count() : 0;
        if (whole > 0) {
            list.add(new Segment(inside, run.channels(whole), atX, atY));
        }
        if (whole < run.channels()) {
            var rest = run.channels(run.channels() - whole);
            list.add(new Segment(PLAIN, rest, atX + whole, atY + whole));
        }
    }

    Work max() {
        return forward((s, atX, atY, o) ->
                s.loops.max(s.run, o.floats(Pool2D.X), atX, o.floats(Pool2D.Y), atY));
    }

    Work average() {
        return forward((s, atX, atY, o) ->
                s.loops.average(s.run, o.floats(Pool2D.X), atX, o.floats(Pool2D.Y), atY));
    }

    Work maxGradient(boolean relu) {
        return backward((s, atDx, atDy, o) ->
                s.loops.maxGradient(
                        s.run,
                        relu,
                        overlaps,
                        o.floats(Pool2D.X),
                        atDx - o.offset(Pool2D.DX) + o.offset(Pool2D.X),
                        o.floats(Pool2D.Y),
                        atDy - o.offset(Pool2D.DY) + o.offset(Pool2D.Y),
                        o.floats(Pool2D.DY),
                        atDy,
                        o.floats(Pool2D.DX),
                        atDx));
    }

    Work averageGradient() {
        return backward((s, atDx, atDy, o) ->
                s.loops.averageGradient(
                        s.run, overlaps, o.floats(Pool2D.DY), atDy, o.floats(Pool2D.DX), atDx));
    }

    private Work forward(Step step) {
        int rows = Math.max(1, UNIT / Math.max(1, imageX / pool.outHeight()));
        return Work.of(
                new Steps(Math.min(rows, pool.outHeight()), Pool2D.X, Pool2D.Y, false, step));
    }

    private Work backward(Step step) {
        boolean clears = overlaps || !covers;
        return Work.of(new Steps(pool.outHeight(), Pool2D.DX, Pool2D.DY, clears, step));
    }

    /// What is done with a segment that begins at `atCells`, and its results at `atResults`.
    private interface Step {
        void run(Segment segment, int atCells, int atResults, Operands o);
    }

    /// Steps through all segments; a unit is so many rows of results of one image.
    private final class Steps implements Phase {
        private final int rows;
        private final int cells;
        private final int results;
        private final boolean clears;
        private final Step step;
        private final int cuts;

        /// `cells` and `results` are the slots that the step's places refer to; cells are set to zero
        /// before if `clears`.
        Steps(int rows, int cells, int results, boolean clears, Step step) {
            this.rows = rows;
            this.cells = cells;
            this.results = results;
            this.clears = clears;
            this.step = step;
            cuts = Math.ceilDiv(pool.outHeight(), rows);
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
                int atCells = o.offset(cells) + unit / cuts * imageX;
                int atResults = o.offset(results) + unit / cuts * imageY;
                if (clears) {
                    Arrays.fill(o.floats(cells), atCells, atCells + imageX, 0f);
                }
                int row = unit % cuts * rows;
                int end = begins[Math.min(pool.outHeight(), row + rows)];
                for (int i = begins[row]; i < end; i++) {
                    Segment segment = segments[i];
                    step.run(segment, atCells + segment.atX, atResults + segment.atY, o);
                }
            }
        }
    }
}
