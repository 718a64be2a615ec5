package hebb.cpu.conv;

import hebb.cpu.gemm.Cut;
import hebb.cpu.gemm.Finish;
import hebb.cpu.gemm.Panels;
import hebb.cpu.gemm.Tile;
import hebb.cpu.gemm.TileShape;
import hebb.cpu.gemm.Tiles;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.simd.Warming;
import hebb.cpu.work.Operands;
import java.util.ArrayList;
import java.util.List;

/// A [Slide] cut into tiles: parts of a row of results where rows are long, several rows where they
/// are short. The table of steps leads a tile through the window, cell by cell and channel by
/// channel.
final class TiledSlide {
    /// Terms after which a tile pauses, so that this much of a panel stays in the first-level
    /// cache.
    private static final int BLOCK = 320;

    private final Kernels kernels;
    private final Lanes lanes;
    private final Slide slide;
    private final Panels panels;
    private final int target;
    private final Finish finish;
    private final int channels;
    private final int rowImage;
    private final int windowHeight;
    private final int[] steps;
    private final int block;
    private final int tall;
    private final Part[] parts;
    private final Part[] lowest;

    /// `fullWidth` is the width of the image with its border, `channels` those of its cells,
    /// `depth` those of a group; `target` is the slot of the results.
    TiledSlide(
            Kernels kernels,
            Slide slide,
            int fullWidth,
            int channels,
            int depth,
            Panels panels,
            int target,
            Finish finish) {
        this.target = target;
        this.finish = finish;
        this.kernels = kernels;
        lanes = kernels.lanes();
        this.slide = slide;
        this.panels = panels;
        this.channels = channels;
        rowImage = fullWidth * channels;
        windowHeight = slide.windowHeight();
        steps = new int[slide.taps().size() * depth];
        for (int i = 0; i < steps.length; i++) {
            var tap = slide.taps().get(i / depth);
            steps[i] = tap.y() * rowImage + tap.x() * channels + i % depth;
        }
        int blocks = Math.max(1, Math.ceilDiv(steps.length, BLOCK));
        block = Math.max(1, Math.ceilDiv(steps.length, blocks));
        boolean joins = slide.targetRow() == slide.width() * slide.targetColumn();
        int fit = joins ? lanes.maxRows() / Math.max(1, slide.width()) : 1;
        tall = Math.clamp(fit, 1, Math.max(1, slide.height()));
        parts = parts(tall);
        lowest = parts(slide.height() % tall);
    }

    /// Tiles side by side, each `rows` rows of results high.
    private Part[] parts(int rows) {
        var list = new ArrayList<Part>();
        int x = 0;
        for (int width : Cut.rows(slide.width(), lanes.maxRows() / Math.max(1, rows))) {
            var rowsA = new ArrayList<Integer>();
            for (int i = 0; i < rows * width; i++) {
                int dy = i / width * slide.strideY();
                rowsA.add(dy * rowImage + i % width * slide.strideX() * channels);
            }
            if (rows > 0) {
                list.add(
                        new Part(x, rows * width, tile(rowsA, 0), tile(rowsA, panels.count() - 1)));
            }
            x += width;
        }
        return list.toArray(Part[]::new);
    }

    private Warming<Tile> tile(List<Integer> rowsA, int panel) {
        int rowC = panels.padded(panel) ? panels.rowOf(panel) : slide.targetColumn();
        return Tiles.of(kernels, new TileShape(panels.vectors(panel), rowsA, rowC));
    }

    Slide slide() {
        return slide;
    }

    /// The first row of the bordered image that results from row `y` on see.
    int firstRow(int y) {
        return slide.originY() + y * slide.strideY();
    }

    /// The row after the last of the bordered image that results before row `y` see.
    int endRow(int y) {
        return firstRow(Math.min(y, slide.height()) - 1) + windowHeight;
    }

    /// Terms of each sum.
    int terms() {
        return steps.length;
    }

    /// Terms that [#run] adds at a time; the last time there may be fewer.
    int block() {
        return block;
    }

    /// How many rows of results may not be cut apart, but for the last.
    int tall() {
        return tall;
    }

    /// Floats of buffer that [#run] needs.
    int buffer() {
        return lanes.maxRows() * panels.width();
    }

    /// Adds the terms from `begin` on to the results of one panel in the rows `from <= y < to`.
    ///
    /// - `add`: goes on from the results, which otherwise begin at +0
    /// - `last`: finishes the results with the last terms
    /// - `image[atImage]` is the first cell of the bordered image
    /// - `b[atB]` is term `begin` of the panel's weights, terms lying `rowB` apart
    /// - `atC` is where the panel's first column of result (0, 0) of the image is stored
    /// - `filter` is the filter that column belongs to
    void run(
            int panel,
            int from,
            int to,
            int begin,
            boolean add,
            boolean last,
            float[] image,
            int atImage,
            float[] b,
            int atB,
            int rowB,
            int atC,
            int filter,
            int thread,
            Operands o) {
        int end = Math.min(steps.length, begin + block);
        boolean lastPanel = panel == panels.count() - 1;
        boolean padded = panels.padded(panel);
        float[] c = o.floats(target);
        for (int y = from; y < to; y += tall) {
            int row = atImage + firstRow(y) * rowImage;
            for (Part part : y + tall <= slide.height() ? parts : lowest) {
                int atA = row + (slide.originX() + part.x * slide.strideX()) * channels;
                int at = atC + y * slide.targetRow() + part.x * slide.targetColumn();
                Tile tile = (lastPanel ? part.last : part.inner).kernel();
                if (padded) {
                    float[] t = o.scratchFloats();
                    int atT = o.threadOffset(thread);
                    if (add) {
                        load(part.results, panel, c, at, t, atT);
                    }
                    tile.run(image, atA, steps, begin, end, b, atB, rowB, add, t, atT);
                    store(part.results, panel, t, atT, c, at);
                } else {
                    tile.run(image, atA, steps, begin, end, b, atB, rowB, add, c, at);
                }
            }
            if (last && end == steps.length) {
                int results = Math.min(tall, slide.height() - y) * slide.width();
                int at = atC + y * slide.targetRow();
                int columns = panels.columnsOf(panel);
                finish.run(c, at, results, columns, slide.targetColumn(), filter, o);
            }
        }
    }

    private void load(int results, int panel, float[] c, int at, float[] buffer, int atBuffer) {
        int valid = panels.columnsOf(panel);
        int row = panels.rowOf(panel);
        for (int i = 0; i < results; i++) {
            System.arraycopy(c, at + i * slide.targetColumn(), buffer, atBuffer + i * row, valid);
        }
    }

    private void store(int results, int panel, float[] buffer, int atBuffer, float[] c, int at) {
        int valid = panels.columnsOf(panel);
        int row = panels.rowOf(panel);
        for (int i = 0; i < results; i++) {
            System.arraycopy(buffer, atBuffer + i * row, c, at + i * slide.targetColumn(), valid);
        }
    }

    /// One tile of each row: where it begins, how many results it has, and its kernels.
    private record Part(int x, int results, Warming<Tile> inner, Warming<Tile> last) {}
}
