package hebb.cpu.conv;

import hebb.core.op.ConvolutionKernelGradient;
import hebb.cpu.gemm.Cut;
import hebb.cpu.gemm.Panels;
import hebb.cpu.gemm.Tile;
import hebb.cpu.gemm.TileShape;
import hebb.cpu.gemm.Tiles;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.List;

/// The gradient of the weights: a product of the images, seen through the window, with the gradient
/// of the results, summed over all positions of the window.
///
/// A row of a tile is one weight's cell and channel, a column a filter. Each chunk of images is
/// summed into a copy of the weights of its own, tile after tile, then the copies are added.
final class WeightSums {
    /// Results that are summed before the next tile takes its turn, so that they stay in the cache.
    private static final int BLOCK = 320;

    /// Multiply-adds that are worth handing to a thread.
    private static final long UNIT = 1 << 20;

    private static final int MAX_UNITS = 64;

    private final Conv2D conv;
    private final Planes planes;
    private final Kernels kernels;
    private final Lanes lanes;
    private final Border border;
    private final int depth;
    private final int columns;
    private final Panels panels;
    private final int chunks;
    private final int copies;
    private final int rowsPerBlock;
    private final int imagesPerBlock;
    private final int[] steps;
    private final List<Strip> strips;
    private final int size;
    private final int stripsPerUnit;
    private final int padding;

    /// Weights that one tile covers: `rows` of them from `first` on, in (r, s, c) order, and where
    /// their sums begin in the copy, for one group of one panel.
    private record Strip(
            int first, int rows, int atImage, Warming<Tile> inner, Warming<Tile> last) {}

    WeightSums(Conv2D conv, Planes planes, Kernels kernels) {
        this.conv = conv;
        this.planes = planes;
        this.kernels = kernels;
        lanes = kernels.lanes();
        border =
                new Border(
                        conv.height(),
                        conv.width(),
                        conv.channels(),
                        conv.top(),
                        conv.bottom(),
                        conv.left(),
                        conv.right());
        depth = conv.channels() / conv.groups();
        columns = conv.filters() / conv.groups();
        panels = new Panels(lanes, columns);
        int weights = conv.rows() * conv.columns() * depth;
        int kernel = planes.layers() * weights * conv.filters();
        chunks = ConvolutionKernelGradient.chunks(conv.images(), kernel);
        rowsPerBlock = Math.clamp(BLOCK / conv.outWidth(), 1, conv.outHeight());
        boolean inPlace = border.isEmpty() && planes.equals(Planes.ONE);
        int fit = BLOCK / (conv.outHeight() * conv.outWidth());
        imagesPerBlock = inPlace ? Math.clamp(fit, 1, conv.images()) : 1;
        steps = new int[imagesPerBlock * rowsPerBlock * conv.outWidth()];
        for (int i = 0; i < steps.length; i++) {
            int row = i / conv.outWidth();
            int image = row / rowsPerBlock * conv.height();
            int y = image + row % rowsPerBlock * conv.strideY();
            int x = i % conv.outWidth() * conv.strideX();
            steps[i] = (y * border.fullWidth() + x) * conv.channels();
        }
        strips = strips(weights);
        size = weights * conv.groups() * panels.size(1);
        copies = chunks * planes.layers();
        int units = Math.clamp(results() * kernel / UNIT, 1, MAX_UNITS);
        int cuts = Math.clamp(units / copies, 1, strips.size());
        stripsPerUnit = Math.ceilDiv(strips.size(), cuts);
        boolean padded = panels.padded(panels.count() - 1);
        padding = padded ? steps.length * panels.rowOf(panels.count() - 1) : 0;
    }

    /// Cuts the weights of a group into tiles; a tile goes on to the next cell of the window where
    /// the channels of one are too few to fill it.
    private List<Strip> strips(int weights) {
        // neighbouring columns of the window touch in the image unless cells or groups lie between
        boolean touching = conv.dilationX() == 1 && conv.groups() == 1;
        int run = touching ? conv.columns() * depth : depth;
        int joined = Math.max(1, lanes.maxRows() / run) * run;
        var list = new ArrayList<Strip>();
        for (int begin = 0; begin < weights; begin += joined) {
            int first = begin;
            for (int rows : Cut.rows(Math.min(joined, weights - begin), lanes.maxRows())) {
                var rowsA = new ArrayList<Integer>();
                for (int i = 0; i < rows; i++) {
                    rowsA.add(atImage(first + i) - atImage(first));
                }
                list.add(
                        new Strip(
                                first,
                                rows,
                                atImage(first),
                                tile(rowsA, 0),
                                tile(rowsA, panels.count() - 1)));
                first += rows;
            }
        }
        return list;
    }

    private Warming<Tile> tile(List<Integer> rowsA, int panel) {
        var rowsC = TileShape.apart(rowsA.size(), panels.rowOf(panel));
        var shape = new TileShape(panels.vectors(panel), rowsA, rowsC);
        return Tiles.of(kernels, shape);
    }

    /// Where the cell and channel of a weight lie in the bordered image, for the first window.
    private int atImage(int weight) {
        int y = weight / depth / conv.columns() * conv.dilationY();
        int x = weight / depth % conv.columns() * conv.dilationX();
        return (y * border.fullWidth() + x) * conv.channels() + weight % depth;
    }

    Work work() {
        boolean copied = !border.isEmpty() || planes.padded();
        int image = copied ? border.fullHeight() * border.fullWidth() * conv.channels() : 0;
        return new Work(
                List.of(new Summing(), new Adding()),
                Math.multiplyExact(copies, size),
                padding + image);
    }

    private long results() {
        return (long) conv.images() * planes.targets() * conv.outHeight() * conv.outWidth();
    }

    /// Where a strip's sums for a panel of a group begin in a copy of the weights: all strips of a
    /// panel follow each other.
    private int at(int group, int panel, int first) {
        int weights = conv.rows() * conv.columns() * depth;
        return group * weights * panels.size(1)
                + panel * panels.width() * weights
                + first * panels.rowOf(panel);
    }

    /// Sums each chunk for each layer of weights; a unit is some strips of one such copy.
    private final class Summing implements Phase {
        private final int cuts = Math.ceilDiv(strips.size(), stripsPerUnit);

        @Override
        public int units() {
            return copies * cuts;
        }

        @Override
        public long cost() {
            return results() * planes.layers() * size;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            int end;
            for (int unit = from; unit < to; unit = end) {
                // the strips of a copy go over each plane together, while it is in the cache
                int number = unit / cuts;
                end = Math.min(to, (number + 1) * cuts);
                int fromStrip = unit % cuts * stripsPerUnit;
                int toStrip = Math.min(strips.size(), (end - number * cuts) * stripsPerUnit);
                int chunk = number / planes.layers();
                int begin = firstPlane(chunk);
                int target = o.sharedOffset() + number * size;
                int planesEnd = firstPlane(chunk + 1);
                for (int plane = begin; plane < planesEnd; plane += imagesPerBlock) {
                    var tap = planes.taps(plane % planes.targets()).get(number % planes.layers());
                    int count = Math.min(imagesPerBlock, planesEnd - plane);
                    planes(plane, count, tap, plane > begin, fromStrip, toStrip, target, thread, o);
                }
            }
        }

        private int firstPlane(int chunk) {
            return (int) ((long) chunk * conv.images() / chunks) * planes.targets();
        }

        /// Adds what some planes of the results contribute to the weights of a layer.
        private void planes(
                int plane,
                int planeCount,
                Planes.Tap tap,
                boolean add,
                int fromStrip,
                int toStrip,
                int target,
                int thread,
                Operands o) {
            float[] x = o.floats(Conv2D.X);
            int cells = conv.height() * conv.width();
            int source = plane / planes.targets() * planes.sources() + tap.plane();
            int atX = o.offset(Conv2D.X) + source * cells * conv.channels();
            if (tap.isOutside() || !border.isEmpty()) {
                int at = o.threadOffset(thread) + padding;
                if (tap.isOutside()) {
                    border.clear(0, border.fullHeight(), o.scratchFloats(), at);
                } else {
                    border.copy(0, border.fullHeight(), x, atX, o.scratchFloats(), at);
                }
                x = o.scratchFloats();
                atX = at;
            }
            int results = conv.outHeight() * conv.outWidth();
            int atDy = o.offset(Conv2D.DY) + plane * results * conv.filters();
            int rowX = conv.strideY() * border.fullWidth() * conv.channels();
            for (int y = 0; y < conv.outHeight(); y += rowsPerBlock) {
                int rows = planeCount * Math.min(rowsPerBlock, conv.outHeight() - y);
                int count = rows * conv.outWidth();
                int at = atDy + y * conv.outWidth() * conv.filters();
                for (int group = 0; group < conv.groups(); group++) {
                    for (int panel = 0; panel < panels.count(); panel++) {
                        strips(
                                group,
                                panel,
                                fromStrip,
                                toStrip,
                                count,
                                x,
                                atX + y * rowX + group * depth,
                                at,
                                add || y > 0,
                                target,
                                thread,
                                o);
                    }
                }
            }
        }

        private void strips(
                int group,
                int panel,
                int fromStrip,
                int toStrip,
                int count,
                float[] x,
                int atX,
                int atDy,
                boolean add,
                int target,
                int thread,
                Operands o) {
            boolean last = panel == panels.count() - 1;
            float[] dy = o.floats(Conv2D.DY);
            int at = atDy + group * columns + panel * panels.width();
            int row = conv.filters();
            if (panels.padded(panel)) {
                int padded = o.threadOffset(thread);
                panels.pack(
                        panel,
                        panel + 1,
                        0,
                        0,
                        count,
                        dy,
                        atDy + group * columns,
                        row,
                        o.scratchFloats(),
                        padded);
                dy = o.scratchFloats();
                at = padded;
                row = panels.rowOf(panel);
            }
            float[] sums = o.scratchFloats();
            for (int i = fromStrip; i < toStrip; i++) {
                Strip strip = strips.get(i);
                Tile tile = (last ? strip.last : strip.inner).kernel();
                int to = target + at(group, panel, strip.first);
                tile.run(x, atX + strip.atImage, steps, 0, count, dy, at, row, add, sums, to);
            }
        }
    }

    /// Adds the chunks and lays the sums out as weights; a unit is a row of a layer for one panel.
    private final class Adding implements Phase {
        private final int cells = conv.columns() * depth;
        private final int unitsOfLayer = conv.groups() * panels.count() * conv.rows();

        @Override
        public int units() {
            return planes.layers() * unitsOfLayer;
        }

        @Override
        public long cost() {
            return (long) size * copies;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            float[] sums = o.scratchFloats();
            for (int unit = from; unit < to; unit++) {
                int layer = unit / unitsOfLayer;
                int group = unit % unitsOfLayer / (panels.count() * conv.rows());
                int panel = unit / conv.rows() % panels.count();
                int first = unit % conv.rows() * cells;
                int row = panels.rowOf(panel);
                int at = o.sharedOffset() + layer * size + at(group, panel, first);
                for (int number = 1; number < chunks; number++) {
                    add(sums, at + number * planes.layers() * size, sums, at, cells * row);
                }
                int target =
                        o.offset(Conv2D.DW)
                                + (layer * conv.rows() * cells + first) * conv.filters()
                                + group * columns
                                + panel * panels.width();
                float[] dw = o.floats(Conv2D.DW);
                int valid = panels.columnsOf(panel);
                for (int i = 0; i < cells; i++) {
                    System.arraycopy(sums, at + i * row, dw, target + i * conv.filters(), valid);
                }
            }
        }

        private static void add(float[] from, int atFrom, float[] to, int atTo, int count) {
            for (int i = 0; i < count; i++) {
                to[atTo + i] += from[atFrom + i];
            }
        }
    }
}
