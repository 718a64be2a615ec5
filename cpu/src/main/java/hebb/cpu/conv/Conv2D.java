package hebb.cpu.conv;

import hebb.core.op.Convolution;
import hebb.core.shape.Shape;
import hebb.cpu.gemm.Gemm;
import hebb.cpu.simd.Kernels;
import hebb.cpu.work.Epilogue;
import hebb.cpu.work.Work;

/// The geometry of a convolution of NHWC images, and its three operations.
///
/// - images X `(images, height, width, channels)`
/// - weights W `(rows, columns, channels / groups, filters)`
/// - results Y `(images, outHeight, outWidth, filters)`
///
/// `Y[n,y,x,f] = Σ X[n, y·strideY + r·dilationY - top, x·strideX + s·dilationX - left, c] ·
/// W[r,s,c,f]` over what lies inside the image; with groups, filter f sees the channels of its own
/// group only.
///
/// Strides and dilations are 1, groups 1 and padding 0 unless a wither says otherwise.
public record Conv2D(
        int images,
        int height,
        int width,
        int channels,
        int rows,
        int columns,
        int filters,
        int strideY,
        int strideX,
        int dilationY,
        int dilationX,
        int groups,
        int top,
        int bottom,
        int left,
        int right)
        implements Conv {
    /// Slots of [#forward(Epilogue)].
    public static final int X = 0, W = 1, Y = 2, BIAS = 3;

    /// Slot of the gradient of the result, in [#backwardData()] and [#backwardWeights()], where it
    /// stands in for Y.
    public static final int DY = 2;

    /// Slot of the gradient of the images in [#backwardData()], which reads W and DY.
    public static final int DX = 0;

    /// Slot of the gradient of the weights in [#backwardWeights()], which reads X and DY.
    public static final int DW = 1;

    /// How many slots [hebb.cpu.work.Operands] needs, in each of the three operations.
    public static final int SLOTS = 4;

    public Conv2D {
        if (channels % groups != 0 || filters % groups != 0) {
            throw new IllegalArgumentException(
                    "%d channels and %d filters do not divide into %d groups"
                            .formatted(channels, filters, groups));
        }
    }

    /// The shape of the weights.
    Shape kernel() {
        return Shape.of(rows, columns, channels / groups, filters);
    }

    /// A convolution with stride 1, without padding, dilation or groups.
    public static Conv2D of(
            int images, int height, int width, int channels, int rows, int columns, int filters) {
        return new Conv2D(
                images, height, width, channels, rows, columns, filters, 1, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    /// The same of another number of images.
    Conv2D images(int count) {
        return new Conv2D(
                count, height, width, channels, rows, columns, filters, strideY, strideX, dilationY,
                dilationX, groups, top, bottom, left, right);
    }

    /// How far the window moves from one result to the next.
    public Conv2D strides(int y, int x) {
        return new Conv2D(
                images, height, width, channels, rows, columns, filters, y, x, dilationY, dilationX,
                groups, top, bottom, left, right);
    }

    /// How far apart in the image neighbouring weights apply.
    public Conv2D dilation(int y, int x) {
        return new Conv2D(
                images, height, width, channels, rows, columns, filters, strideY, strideX, y, x,
                groups, top, bottom, left, right);
    }

    /// Cuts channels and filters into groups that do not see each other.
    public Conv2D groups(int groups) {
        return new Conv2D(
                images, height, width, channels, rows, columns, filters, strideY, strideX,
                dilationY, dilationX, groups, top, bottom, left, right);
    }

    /// How many zeros surround each image.
    public Conv2D padding(int top, int bottom, int left, int right) {
        return new Conv2D(
                images, height, width, channels, rows, columns, filters, strideY, strideX,
                dilationY, dilationX, groups, top, bottom, left, right);
    }

    /// Rows of the result.
    public int outHeight() {
        return (height + top + bottom - (rows - 1) * dilationY - 1) / strideY + 1;
    }

    /// Columns of the result.
    public int outWidth() {
        return (width + left + right - (columns - 1) * dilationX - 1) / strideX + 1;
    }

    /// Computes Y from X, W and BIAS: each result is one chain `sum = fma(x, w, sum)` over
    /// ascending (r, s, c) that begins at +0 and leaves out the padding, then the epilogue.
    public Work forward(Epilogue epilogue) {
        return forward(epilogue, Kernels.preferred());
    }

    @Override
    public Work forward(Epilogue epilogue, Kernels kernels) {
        if (isPointwise()) {
            return pointwise(filters, channels).slots(X, W, Y).epilogue(epilogue).work(kernels);
        }
        if (isDepthwise() && epilogue.equals(Epilogue.NONE)) {
            return new Depthwise(this, kernels).forward();
        }
        int[] cells = Convolution.cells(kernel(), groups);
        return Sliding.forward(this, cells, Planes.ONE, epilogue, kernels);
    }

    /// Computes DX from W and DY: each result is one chain `sum = fma(dy, w, sum)` over ascending
    /// output row, then output column, then filter, that begins at +0. Weights that fall outside Y,
    /// or between its positions (stride > 1), take no part.
    public Work backwardData() {
        return backwardData(Kernels.preferred());
    }

    @Override
    public Work backwardData(Kernels kernels) {
        if (isPointwise()) {
            return pointwise(channels, filters).slots(DY, W, DX).transposeB().work(kernels);
        }
        return isDepthwise()
                ? new Depthwise(this, kernels).backwardData()
                : Sliding.backward(this, Planes.ONE, kernels);
    }

    /// Computes DW from X and DY: the batch is cut into chunks as `ConvolutionKernelGradient` says;
    /// within each there is one chain `sum = fma(x, dy, sum)` over ascending (image, output row,
    /// output column) that begins at +0 and includes the zeros of the padding; then the chunks are
    /// added in ascending order.
    public Work backwardWeights() {
        return backwardWeights(Kernels.preferred());
    }

    @Override
    public Work backwardWeights(Kernels kernels) {
        return isDepthwise()
                ? new Depthwise(this, kernels).backwardWeights()
                : new WeightSums(this, Planes.ONE, kernels).work();
    }

    @Override
    public boolean folds() {
        return !isDepthwise();
    }

    /// Whether each channel is a group with one filter.
    private boolean isDepthwise() {
        return groups > 1 && groups == channels && groups == filters;
    }

    /// Whether each result sees one cell and nothing else, so that the batch is one tall matrix.
    boolean isPointwise() {
        boolean bordered = top + bottom + left + right > 0;
        return rows * columns * strideY * strideX * groups == 1 && !bordered;
    }

    private Gemm pointwise(int results, int terms) {
        return Gemm.of(images * height * width, results, terms);
    }
}
