package hebb.cpu.conv;

import hebb.cpu.conv.Slide.Range;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A [Slide] cut into blocks of results: parts of a row where rows are long, several rows where
/// they are short. The table of steps leads a tile through the window, cell by cell and channel by
/// channel.
///
/// A block inside the image is one tile. At its edge it is several: each covers those of the
/// block's results that see the same cells, so that nothing is computed with what lies outside.
/// What fits in the registers are the results of a tile; a block may have more.
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
    private final int imageHeight;
    private final int imageWidth;
    private final int channels;
    private final int depth;
    private final int[] steps;
    private final int block;
    private final int tall;

    /// Columns of results from one block of a band to the next.
    private final int[] widths;

    /// The blocks of each band of [#tall] rows of results.
    private final Block[][] bands;

    /// Slides over images of `channels`, `depth` of them to a group; `target` is the slot of the
    /// results.
    TiledSlide(
            Kernels kernels,
            Slide slide,
            int imageHeight,
            int imageWidth,
            int channels,
            int depth,
            Panels panels,
            int target,
            Finish finish) {
        this.kernels = kernels;
        lanes = kernels.lanes();
        this.slide = slide;
        this.imageHeight = imageHeight;
        this.imageWidth = imageWidth;
        this.channels = channels;
        this.depth = depth;
        this.panels = panels;
        this.target = target;
        this.finish = finish;
        steps = new int[slide.taps().size() * depth];
        for (int i = 0; i < steps.length; i++) {
            var tap = slide.taps().get(i / depth);
            int row = slide.originY() + tap.y();
            int column = slide.originX() + tap.x();
            steps[i] = (row * imageWidth + column) * channels + i % depth;
        }
        int blocks = Math.max(1, Math.ceilDiv(steps.length, BLOCK));
        block = Math.max(1, Math.ceilDiv(steps.length, blocks));
        int reach = slide.reach(imageWidth);
        int fit = lanes.maxRows() / Math.max(1, reach);
        tall = Math.clamp(fit, 1, Math.max(1, slide.height()));
        widths =
                reach <= lanes.maxRows()
                        ? new int[] {slide.width()}
                        : Cut.rows(slide.width(), lanes.maxRows());
        bands = bands();
    }

    private Block[][] bands() {
        // bands that see the same rows of the window are alike
        Map<Band, Block[]> alike = new HashMap<>();
        var list = new Block[Math.ceilDiv(slide.height(), tall)][];
        for (int i = 0; i < list.length; i++) {
            int y = i * tall;
            int height = Math.min(tall, slide.height() - y);
            var seen = new ArrayList<Range>();
            for (var tap : slide.taps()) {
                var rows = slide.rows(tap, imageHeight, y, y + height);
                seen.add(new Range(rows.from() - y, rows.to() - y));
            }
            list[i] = alike.computeIfAbsent(new Band(height, seen), this::blocks);
        }
        return list;
    }

    private Block[] blocks(Band band) {
        var blocks = new Block[widths.length];
        int x = 0;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = block(band, new Range(x, x + widths[i]));
            x += widths[i];
        }
        return blocks;
    }

    /// The block of some columns in a band; taps one behind the other that see the same of it are
    /// one part.
    private Block block(Band band, Range columns) {
        var parts = new ArrayList<Part>();
        int taps = slide.taps().size();
        int end;
        for (int tap = 0; tap < taps; tap = end) {
            var rows = band.seen.get(tap);
            var seen = seen(tap, columns);
            end = tap + 1;
            while (end < taps
                    && band.seen.get(end).equals(rows)
                    && seen(end, columns).equals(seen)) {
                end++;
            }
            if (!rows.isEmpty() && !seen.isEmpty()) {
                parts.add(part(tap * depth, end * depth, rows, seen, columns));
            }
        }
        int results = band.height * columns.size();
        boolean whole = !parts.isEmpty() && parts.getFirst().results == results;
        return new Block(columns.from(), band.height, columns.size(), whole, parts);
    }

    /// Those of some columns of results for which a tap lies inside the image.
    private Range seen(int tap, Range columns) {
        return slide.columns(slide.taps().get(tap), imageWidth, columns.from(), columns.to());
    }

    private Part part(int from, int to, Range rows, Range columns, Range block) {
        int column = columns.from() - block.from();
        return new Part(
                from,
                to,
                rows.size() * columns.size(),
                (rows.from() * slide.strideY() * imageWidth + columns.from() * slide.strideX())
                        * channels,
                rows.from() * slide.targetRow() + columns.from() * slide.targetColumn(),
                rows.from() * block.size() + column,
                tile(rows, columns, block.size(), 0),
                tile(rows, columns, block.size(), panels.count() - 1));
    }

    private Warming<Tile> tile(Range rows, Range columns, int blockWidth, int panel) {
        var rowsA = new ArrayList<Integer>();
        var rowsC = new ArrayList<Integer>();
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < columns.size(); x++) {
                int row = y * slide.strideY() * imageWidth;
                rowsA.add((row + x * slide.strideX()) * channels);
                rowsC.add(
                        panels.padded(panel)
                                ? (y * blockWidth + x) * panels.rowOf(panel)
                                : y * slide.targetRow() + x * slide.targetColumn());
            }
        }
        return Tiles.of(kernels, new TileShape(panels.vectors(panel), rowsA, rowsC));
    }

    Slide slide() {
        return slide;
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
        return tall * Arrays.stream(widths).max().orElse(0) * panels.width();
    }

    /// Adds the terms from `begin` on to the results of one panel in the rows `from <= y < to`.
    ///
    /// - `add`: goes on from the results, which otherwise begin at +0
    /// - `last`: finishes the results with the last terms
    /// - `image[atImage]` is the first cell of the image
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
        boolean padded = panels.padded(panel);
        float[] c = o.floats(target);
        for (int y = from; y < to; y += tall) {
            int row = atImage + y * slide.strideY() * imageWidth * channels;
            int atRow = atC + y * slide.targetRow();
            Block[] blocks = bands[y / tall];
            for (Block block : blocks) {
                if (padded) {
                    float[] t = o.scratchFloats();
                    int atT = o.threadOffset(thread);
                    if (add) {
                        load(block, panel, c, atRow, t, atT);
                    }
                    sum(block, panel, begin, end, add, image, row, b, atB, rowB, t, atT, true);
                    store(block, panel, t, atT, c, atRow);
                } else {
                    sum(block, panel, begin, end, add, image, row, b, atB, rowB, c, atRow, false);
                }
            }
            if (last && end == steps.length) {
                int columns = panels.columnsOf(panel);
                for (int i = 0; i < Math.min(tall, slide.height() - y); i++) {
                    int at = atRow + i * slide.targetRow();
                    finish.run(c, at, slide.width(), columns, slide.targetColumn(), filter, o);
                }
            }
        }
    }

    private void sum(
            Block block,
            int panel,
            int begin,
            int end,
            boolean add,
            float[] image,
            int atImage,
            float[] b,
            int atB,
            int rowB,
            float[] c,
            int atC,
            boolean buffered) {
        boolean begun = add;
        if (!begun && !block.beginsWhole(begin, end)) {
            clear(block, panel, c, atC, buffered);
            begun = true;
        }
        boolean lastPanel = panel == panels.count() - 1;
        for (int i = 0; i < block.parts.size(); i++) {
            Part part = block.parts.get(i);
            int from = Math.max(begin, part.from);
            int to = Math.min(end, part.to);
            if (from < to) {
                Tile tile = (lastPanel ? part.last : part.inner).kernel();
                int atA = atImage + part.cell;
                int at = atC + (buffered ? part.number * panels.rowOf(panel) : part.result);
                tile.run(
                        image,
                        atA,
                        steps,
                        from,
                        to,
                        b,
                        atB + (from - begin) * rowB,
                        rowB,
                        begun,
                        c,
                        at);
                begun = true;
            }
        }
    }

    private void clear(Block block, int panel, float[] c, int atC, boolean buffered) {
        int valid = panels.columnsOf(panel);
        int row = panels.rowOf(panel);
        for (int i = 0; i < block.height * block.width; i++) {
            int at = buffered ? atC + i * row : atC + block.result(slide, i);
            Arrays.fill(c, at, at + (buffered ? row : valid), 0f);
        }
    }

    private void load(Block block, int panel, float[] c, int atC, float[] buffer, int atBuffer) {
        int valid = panels.columnsOf(panel);
        int row = panels.rowOf(panel);
        for (int i = 0; i < block.height * block.width; i++) {
            int at = atC + block.result(slide, i);
            System.arraycopy(c, at, buffer, atBuffer + i * row, valid);
        }
    }

    private void store(Block block, int panel, float[] buffer, int atBuffer, float[] c, int atC) {
        int valid = panels.columnsOf(panel);
        int row = panels.rowOf(panel);
        for (int i = 0; i < block.height * block.width; i++) {
            int at = atC + block.result(slide, i);
            System.arraycopy(buffer, atBuffer + i * row, c, at, valid);
        }
    }

    /// Rows of results, and those of them for which each tap lies inside the image.
    private record Band(int height, List<Range> seen) {
        Band {
            seen = List.copyOf(seen);
        }
    }

    /// Results that are summed together, from column `x` of a band on.
    ///
    /// - `whole`: whether the first part covers all of them
    /// - `parts`: in the order of their terms
    private record Block(int x, int height, int width, boolean whole, List<Part> parts) {
        Block {
            parts = List.copyOf(parts);
        }

        /// Whether the first of the terms `begin <= k < end` go to all results, so that nothing
        /// needs to be cleared.
        boolean beginsWhole(int begin, int end) {
            return whole && parts.getFirst().from < end && parts.getFirst().to > begin;
        }

        /// Where a result is stored, from the first of the band on.
        int result(Slide slide, int i) {
            return i / width * slide.targetRow() + (x + i % width) * slide.targetColumn();
        }
    }

    /// The results of a block that see the cells of the terms `from <= k < to`, and their kernels.
    ///
    /// - `cell`: where the first of them sees the image, from the first result of the band on
    /// - `result`: where it is stored, likewise
    /// - `number`: which one of the block it is
    private record Part(
            int from,
            int to,
            int results,
            int cell,
            int result,
            int number,
            Warming<Tile> inner,
            Warming<Tile> last) {}
}
