package hebb.cpu.conv;

import java.util.ArrayList;
import java.util.List;

/// A window that slides over an image and yields a grid of results: the geometry that a convolution
/// and the gradient of its images share.
///
/// Result (y, x) sees the image from row `originY + y * strideY` and column `originX + x * strideX`
/// on. These may lie outside the image, and so may cells of the window: what is outside takes no
/// part in the sum.
///
/// - `taps`: which cells of the window take part, in the order they are summed
/// - `height`, `width`: the grid
/// - `target`: where result (0, 0) is stored; `targetRow`, `targetColumn`: how far apart results
///   are
record Slide(
        List<Tap> taps,
        int originY,
        int originX,
        int strideY,
        int strideX,
        int height,
        int width,
        int target,
        int targetRow,
        int targetColumn) {

    /// A cell of the window and the weight (r, s) that belongs to it.
    record Tap(int y, int x, int r, int s) {}

    Slide {
        taps = List.copyOf(taps);
    }

    /// Whether the cells take part in the order in which weights lie in memory.
    boolean isRowMajor(int columns) {
        int last = -1;
        for (Tap tap : taps) {
            int number = tap.r * columns + tap.s;
            if (number < last) {
                return false;
            }
            last = number;
        }
        return true;
    }

    /// The rows of results between `from` and `to` for which a tap lies inside an image `length`
    /// high.
    Range rows(Tap tap, int length, int from, int to) {
        return Range.inside(originY + tap.y, strideY, length, from, to);
    }

    /// The columns of results between `from` and `to` for which a tap lies inside an image `length`
    /// wide.
    Range columns(Tap tap, int length, int from, int to) {
        return Range.inside(originX + tap.x, strideX, length, from, to);
    }

    /// The most results of a row that see the same cell of the window inside an image `length`
    /// wide.
    int reach(int length) {
        return taps.stream().mapToInt(t -> columns(t, length, 0, width).size()).max().orElse(0);
    }

    /// What lies at `from <= i < to`; nothing if they are equal.
    record Range(int from, int to) {
        /// The `from <= i < to` with `0 <= first + i * stride < length`.
        static Range inside(int first, int stride, int length, int from, int to) {
            int begin = Math.max(from, Math.ceilDiv(-first, stride));
            int end = Math.min(to, Math.floorDiv(length - 1 - first, stride) + 1);
            return new Range(begin, Math.max(begin, end));
        }

        boolean isEmpty() {
            return from == to;
        }

        int size() {
            return to - from;
        }
    }

    /// The window of a convolution, which sums its cells, by their row-major numbers, in that
    /// order.
    static Slide forward(Conv2D c, int[] cells) {
        var taps = new ArrayList<Tap>();
        for (int cell : cells) {
            int r = cell / c.columns();
            int s = cell % c.columns();
            taps.add(new Tap(r * c.dilationY(), s * c.dilationX(), r, s));
        }
        int row = c.outWidth() * c.filters();
        return new Slide(
                taps,
                -c.top(),
                -c.left(),
                c.strideY(),
                c.strideX(),
                c.outHeight(),
                c.outWidth(),
                0,
                row,
                c.filters());
    }

    /// The windows over the gradient of the results, one for each position of an image cell between
    /// strides, because each of these meets weights of its own.
    static List<Slide> backward(Conv2D c) {
        var slides = new ArrayList<Slide>();
        for (int y = 0; y < Math.min(c.strideY(), c.height()); y++) {
            var rows = Reach.of(y + c.top(), c.rows(), c.dilationY(), c.strideY());
            for (int x = 0; x < Math.min(c.strideX(), c.width()); x++) {
                var columns = Reach.of(x + c.left(), c.columns(), c.dilationX(), c.strideX());
                var taps = new ArrayList<Tap>();
                for (var row : rows) {
                    for (var column : columns) {
                        taps.add(
                                new Tap(
                                        row.result - rows.getFirst().result,
                                        column.result - columns.getFirst().result,
                                        row.weight,
                                        column.weight));
                    }
                }
                slides.add(
                        new Slide(
                                taps,
                                rows.isEmpty() ? 0 : rows.getFirst().result,
                                columns.isEmpty() ? 0 : columns.getFirst().result,
                                1,
                                1,
                                Math.ceilDiv(c.height() - y, c.strideY()),
                                Math.ceilDiv(c.width() - x, c.strideX()),
                                (y * c.width() + x) * c.channels(),
                                c.strideY() * c.width() * c.channels(),
                                c.strideX() * c.channels()));
            }
        }
        return slides;
    }

    /// Along one axis: which result a cell contributes to by which weight.
    record Reach(int result, int weight) {
        /// What cell `at` of the image with its border reaches, results ascending; they may lie
        /// outside.
        static List<Reach> of(int at, int weights, int dilation, int stride) {
            var reached = new ArrayList<Reach>();
            for (int w = weights - 1; w >= 0; w--) {
                int from = at - w * dilation;
                if (Math.floorMod(from, stride) == 0) {
                    reached.add(new Reach(Math.floorDiv(from, stride), w));
                }
            }
            return reached;
        }
    }
}
