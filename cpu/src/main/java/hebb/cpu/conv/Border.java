package hebb.cpu.conv;

import java.util.Arrays;

/// Copies rows of an image into scratch memory with zeros around it, so that windows that reach
/// beyond the image need no special case.
record Border(int height, int width, int channels, int top, int bottom, int left, int right) {
    /// Whether there is no border, and so nothing to copy.
    boolean isEmpty() {
        return top == 0 && bottom == 0 && left == 0 && right == 0;
    }

    /// Columns of the bordered image.
    int fullWidth() {
        return left + width + right;
    }

    /// Rows of the bordered image.
    int fullHeight() {
        return top + height + bottom;
    }

    /// Fills the rows `from <= row < to` of a bordered image of zeros, at `target[at]`.
    void clear(int from, int to, float[] target, int at) {
        Arrays.fill(target, at, at + (to - from) * fullWidth() * channels, 0f);
    }

    /// Copies the rows `from <= row < to` of the bordered image to `target[at]`.
    void copy(int from, int to, float[] image, int atImage, float[] target, int at) {
        int row = fullWidth() * channels;
        int inner = width * channels;
        for (int y = from; y < to; y++) {
            int begin = at + (y - from) * row;
            int source = y - top;
            if (source < 0 || source >= height) {
                Arrays.fill(target, begin, begin + row, 0f);
            } else {
                int first = begin + left * channels;
                Arrays.fill(target, begin, first, 0f);
                System.arraycopy(image, atImage + source * inner, target, first, inner);
                Arrays.fill(target, first + inner, begin + row, 0f);
            }
        }
    }
}
