package hebb.cpu.window;

import hebb.core.shape.Shape;
import hebb.core.shape.Window;

/// How a window moves over its input. Cells, taps and positions are the row-major numbers of
/// spatial coordinates in the input, the window and the output.
final class Moves {
    /// Instead of a number: outside, where the values are padding.
    static final int OUTSIDE = -1;

    /// Instead of a number: between two positions, because of the stride.
    static final int BETWEEN = -2;

    final int images;
    final int cells;
    final int positions;
    final int taps;
    private final int[] input;
    private final int[] output;
    private final int[] size;
    private final int[] strides;
    private final int[] dilation;
    private final int[] low;

    Moves(Window window, Shape input, Shape output) {
        this.images = input.dim(0);
        this.input = input.slice(1, -1).dims();
        this.output = output.slice(1, -1).dims();
        this.size = window.size().stream().mapToInt(Integer::intValue).toArray();
        this.strides = window.strides().stream().mapToInt(Integer::intValue).toArray();
        this.dilation = window.dilation().stream().mapToInt(Integer::intValue).toArray();
        this.low = window.low().stream().mapToInt(Integer::intValue).toArray();
        this.cells = Shape.of(this.input).size();
        this.positions = Shape.of(this.output).size();
        this.taps = Shape.of(size).size();
    }

    /// The cell under a tap while the window stands at a position, or [#OUTSIDE].
    int cell(int position, int tap) {
        int cell = 0;
        int step = 1;
        for (int i = size.length - 1; i >= 0; i--) {
            int at = position % output[i] * strides[i] + tap % size[i] * dilation[i] - low[i];
            if (at < 0 || at >= input[i]) {
                return OUTSIDE;
            }
            cell += at * step;
            step *= input[i];
            position /= output[i];
            tap /= size[i];
        }
        return cell;
    }

    /// The position at which a tap meets a cell, or [#OUTSIDE], or [#BETWEEN].
    int position(int cell, int tap) {
        int position = 0;
        int step = 1;
        boolean outside = false;
        for (int i = size.length - 1; i >= 0; i--) {
            int distance = cell % input[i] + low[i] - tap % size[i] * dilation[i];
            if (distance % strides[i] != 0) {
                return BETWEEN;
            }
            int at = distance / strides[i];
            outside |= at < 0 || at >= output[i];
            position += at * step;
            step *= output[i];
            cell /= input[i];
            tap /= size[i];
        }
        return outside ? OUTSIDE : position;
    }

    /// How many taps meet a cell at a position.
    int covered(int position) {
        int count = 0;
        for (int tap = 0; tap < taps; tap++) {
            count += cell(position, tap) == OUTSIDE ? 0 : 1;
        }
        return count;
    }
}
