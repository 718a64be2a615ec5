package hebb.cpu.conv;

import java.util.stream.IntStream;

/// Which cells of the source each result of a depthwise convolution sees, row by row and column by
/// column: the number of a row (or column) for each tap, or what is there instead.
///
/// Forwards the source is the images and a tap is a weight. Backwards it is the gradient of the
/// results, whose positions ascend while the weights descend.
final class Taps {
    /// Instead of a number: padding, which takes no part in chains and enters sums of the kernel's
    /// gradient as zeros.
    static final int OUTSIDE = -1;

    /// Instead of a number: nothing, because of the stride.
    static final int BETWEEN = -2;

    final int rows;
    final int columns;
    final int channels;
    final int sourceWidth;
    final int width;
    final int height;
    final int sourceImage;
    final int image;
    final float[] zeros;
    private final int[] rowOf;
    private final int[] columnOf;
    private final boolean backward;

    private Taps(Conv2D conv, boolean backward) {
        this.backward = backward;
        rows = conv.rows();
        columns = conv.columns();
        channels = conv.channels();
        height = backward ? conv.height() : conv.outHeight();
        width = backward ? conv.width() : conv.outWidth();
        int sourceHeight = backward ? conv.outHeight() : conv.height();
        sourceWidth = backward ? conv.outWidth() : conv.width();
        image = height * width * channels;
        sourceImage = sourceHeight * sourceWidth * channels;
        zeros = new float[channels];
        rowOf =
                IntStream.range(0, height * rows)
                        .map(i ->
                                source(
                                        i / rows,
                                        i % rows,
                                        rows,
                                        conv.strideY(),
                                        conv.dilationY(),
                                        conv.top(),
                                        sourceHeight))
                        .toArray();
        columnOf =
                IntStream.range(0, width * columns)
                        .map(i ->
                                source(
                                        i / columns,
                                        i % columns,
                                        columns,
                                        conv.strideX(),
                                        conv.dilationX(),
                                        conv.left(),
                                        sourceWidth))
                        .toArray();
    }

    static Taps forward(Conv2D conv) {
        return new Taps(conv, false);
    }

    static Taps backward(Conv2D conv) {
        return new Taps(conv, true);
    }

    private int source(
            int at, int tap, int taps, int stride, int dilation, int padding, int length) {
        int found = at * stride + tap * dilation - padding;
        if (backward) {
            int distance = at + padding - (taps - 1 - tap) * dilation;
            if (distance % stride != 0) {
                return BETWEEN;
            }
            found = distance / stride;
        }
        return found >= 0 && found < length ? found : OUTSIDE;
    }

    /// The source's row under a row of taps, for a row of results.
    int row(int result, int tap) {
        return rowOf[result * rows + tap];
    }

    /// The source's column under a column of taps, for a column of results.
    int column(int result, int tap) {
        return columnOf[result * columns + tap];
    }

    /// Where the weights of a tap begin.
    int weight(int row, int column) {
        int tap = row * columns + column;
        return (backward ? rows * columns - 1 - tap : tap) * channels;
    }

    /// Where a cell of the source begins.
    int cell(int row, int column) {
        return (row * sourceWidth + column) * channels;
    }
}
