package hebb.cpu.pool;

import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;

/// The geometry of pooling over NHWC images, and its operations.
///
/// - images X `(images, height, width, channels)`
/// - results Y `(images, outHeight, outWidth, channels)`
///
/// A window covers `poolY × poolX` cells; cells of the padding take part in nothing.
public record Pool2D(
        int images,
        int height,
        int width,
        int channels,
        int poolY,
        int poolX,
        int strideY,
        int strideX,
        int top,
        int bottom,
        int left,
        int right) {
    /// Slots of all operations; each reads and writes what it says.
    public static final int X = 0, Y = 1, DY = 2, DX = 3;

    /// How many slots [Operands] needs.
    public static final int SLOTS = 4;

    /// Windows that follow each other without overlap, without padding; what does not fill a
    /// window at the bottom and the right is ignored.
    public static Pool2D of(int images, int height, int width, int channels, int poolY, int poolX) {
        return new Pool2D(images, height, width, channels, poolY, poolX, poolY, poolX, 0, 0, 0, 0);
    }

    /// How far the window moves from one result to the next.
    public Pool2D strides(int y, int x) {
        return new Pool2D(
                images, height, width, channels, poolY, poolX, y, x, top, bottom, left, right);
    }

    /// How many cells surround each image.
    public Pool2D padding(int top, int bottom, int left, int right) {
        return new Pool2D(
                images, height, width, channels, poolY, poolX, strideY, strideX, top, bottom, left,
                right);
    }

    /// Rows of the result.
    public int outHeight() {
        return (height + top + bottom - poolY) / strideY + 1;
    }

    /// Columns of the result.
    public int outWidth() {
        return (width + left + right - poolX) / strideX + 1;
    }

    /// Computes Y, the largest cell of each window, from X. A NaN in the window makes NaN, and
    /// +0 is larger than -0, as in [Math#max(float, float)]. A window without cells gives -∞.
    public Work max() {
        return Work.of(new Plain(images, this::plainMax));
    }

    /// Computes DX from X, Y and DY: the gradient of each window goes to its first cell, in
    /// row-major order, that equals its maximum (or is NaN, where that is); gradients that meet
    /// in one cell are added in ascending (output row, output column) order, beginning at +0.
    public Work maxGradient() {
        return Work.of(new Plain(images, (n, o) -> plainMaxGradient(n, o, false)));
    }

    /// Like [#maxGradient()], where X is the result of a relu whose gradient is folded in: what
    /// comes out is the gradient where X > 0 and +0 elsewhere.
    public Work maxGradientRelu() {
        return Work.of(new Plain(images, (n, o) -> plainMaxGradient(n, o, true)));
    }

    /// Computes Y, the mean of the cells of each window, from X: the cells are added in
    /// row-major order, beginning at +0, and the sum is divided by their number. A window
    /// without cells gives NaN.
    public Work average() {
        return Work.of(new Plain(images, this::plainAverage));
    }

    /// Computes DX from DY: each cell receives `dy / cells` of each window that it lies in,
    /// added in ascending (output row, output column) order, beginning at +0.
    public Work averageGradient() {
        return Work.of(new Plain(images, this::plainAverageGradient));
    }

    private int cell(int n, int oy, int ox, int r, int s) {
        int iy = oy * strideY + r - top, ix = ox * strideX + s - left;
        boolean inside = iy >= 0 && iy < height && ix >= 0 && ix < width;
        return inside ? ((n * height + iy) * width + ix) * channels : -1;
    }

    private int cells(int oy, int ox) {
        int count = 0;
        for (int r = 0; r < poolY; r++) {
            for (int s = 0; s < poolX; s++) {
                count += cell(0, oy, ox, r, s) >= 0 ? 1 : 0;
            }
        }
        return count;
    }

    private void plainMax(int n, Operands o) {
        float[] x = o.floats(X), y = o.floats(Y);
        for (int oy = 0; oy < outHeight(); oy++) {
            for (int ox = 0; ox < outWidth(); ox++) {
                for (int c = 0; c < channels; c++) {
                    float max = Float.NEGATIVE_INFINITY;
                    for (int r = 0; r < poolY; r++) {
                        for (int s = 0; s < poolX; s++) {
                            int at = cell(n, oy, ox, r, s);
                            if (at >= 0) {
                                max = Math.max(max, x[o.offset(X) + at + c]);
                            }
                        }
                    }
                    y[o.offset(Y) + result(n, oy, ox) + c] = max;
                }
            }
        }
    }

    private void plainMaxGradient(int n, Operands o, boolean relu) {
        float[] x = o.floats(X), y = o.floats(Y), dy = o.floats(DY), dx = o.floats(DX);
        clear(n, o);
        for (int oy = 0; oy < outHeight(); oy++) {
            for (int ox = 0; ox < outWidth(); ox++) {
                for (int c = 0; c < channels; c++) {
                    float max = y[o.offset(Y) + result(n, oy, ox) + c];
                    int first = -1;
                    for (int i = poolY * poolX - 1; i >= 0; i--) {
                        int at = cell(n, oy, ox, i / poolX, i % poolX);
                        if (at >= 0) {
                            float value = x[o.offset(X) + at + c];
                            boolean nan = Float.isNaN(value) && Float.isNaN(max);
                            first = value == max || nan ? at : first;
                        }
                    }
                    if (first >= 0 && (!relu || max > 0)) {
                        dx[o.offset(DX) + first + c] += dy[o.offset(DY) + result(n, oy, ox) + c];
                    }
                }
            }
        }
    }

    private void plainAverage(int n, Operands o) {
        float[] x = o.floats(X), y = o.floats(Y);
        for (int oy = 0; oy < outHeight(); oy++) {
            for (int ox = 0; ox < outWidth(); ox++) {
                for (int c = 0; c < channels; c++) {
                    float sum = 0f;
                    for (int r = 0; r < poolY; r++) {
                        for (int s = 0; s < poolX; s++) {
                            int at = cell(n, oy, ox, r, s);
                            sum += at >= 0 ? x[o.offset(X) + at + c] : 0f;
                        }
                    }
                    y[o.offset(Y) + result(n, oy, ox) + c] = sum / cells(oy, ox);
                }
            }
        }
    }

    private void plainAverageGradient(int n, Operands o) {
        float[] dy = o.floats(DY), dx = o.floats(DX);
        clear(n, o);
        for (int oy = 0; oy < outHeight(); oy++) {
            for (int ox = 0; ox < outWidth(); ox++) {
                for (int i = 0; i < poolY * poolX; i++) {
                    int at = cell(n, oy, ox, i / poolX, i % poolX);
                    for (int c = 0; at >= 0 && c < channels; c++) {
                        float share = dy[o.offset(DY) + result(n, oy, ox) + c] / cells(oy, ox);
                        dx[o.offset(DX) + at + c] += share;
                    }
                }
            }
        }
    }

    private int result(int n, int oy, int ox) {
        return ((n * outHeight() + oy) * outWidth() + ox) * channels;
    }

    private void clear(int n, Operands o) {
        int size = height * width * channels, at = o.offset(DX) + n * size;
        java.util.Arrays.fill(o.floats(DX), at, at + size, 0f);
    }

    private record Plain(int units, Unit unit) implements Phase {
        @Override
        public long cost() {
            return units;
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            for (int i = from; i < to; i++) {
                unit.run(i, o);
            }
        }
    }

    private interface Unit {
        void run(int unit, Operands o);
    }
}
