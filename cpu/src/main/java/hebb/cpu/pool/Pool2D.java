package hebb.cpu.pool;

import hebb.cpu.simd.Kernels;
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

    /// How many slots [hebb.cpu.work.Operands] needs.
    public static final int SLOTS = 4;

    /// Windows that follow each other without overlap, without padding; what does not fill a window
    /// at the bottom and the right is ignored.
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

    /// Computes Y, the largest cell of each window, from X. A NaN in the window makes NaN, and +0
    /// is larger than -0, as in [Math#max(float, float)]. A window without cells gives -∞.
    public Work max() {
        return max(Kernels.preferred());
    }

    /// The same with given kernels.
    public Work max(Kernels kernels) {
        return Work.of(new Pooling(this, Operation.MAX, kernels));
    }

    /// Computes DX from X, Y and DY: the gradient of each window goes to its first cell, in
    /// row-major order, that equals its maximum (or is NaN, where that is); gradients that meet in
    /// one cell are added in ascending (output row, output column) order, beginning at +0.
    public Work maxGradient() {
        return maxGradient(Kernels.preferred());
    }

    /// The same with given kernels.
    public Work maxGradient(Kernels kernels) {
        return Work.of(new Pooling(this, Operation.MAX_GRADIENT, kernels));
    }

    /// Like [#maxGradient()], where X is the result of a relu whose gradient is folded in: what
    /// comes out is the gradient where X > 0 and +0 elsewhere.
    public Work maxGradientRelu() {
        return maxGradientRelu(Kernels.preferred());
    }

    /// The same with given kernels.
    public Work maxGradientRelu(Kernels kernels) {
        return Work.of(new Pooling(this, Operation.MAX_GRADIENT_RELU, kernels));
    }

    /// Computes Y, the mean of the cells of each window, from X: the cells are added in row-major
    /// order, beginning at +0, and the sum is divided by their number. A window without cells gives
    /// NaN.
    public Work average() {
        return average(Kernels.preferred());
    }

    /// The same with given kernels.
    public Work average(Kernels kernels) {
        return Work.of(new Pooling(this, Operation.AVERAGE, kernels));
    }

    /// Computes DX from DY: each cell receives `dy / cells` of each window that it lies in, added
    /// in ascending (output row, output column) order, beginning at +0.
    public Work averageGradient() {
        return averageGradient(Kernels.preferred());
    }

    /// The same with given kernels.
    public Work averageGradient(Kernels kernels) {
        return Work.of(new Pooling(this, Operation.AVERAGE_GRADIENT, kernels));
    }
}
