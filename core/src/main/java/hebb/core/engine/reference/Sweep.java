package hebb.core.engine.reference;

import hebb.core.shape.Shape;
import hebb.core.shape.Window;

/// How the window of a convolution or pooling lies over its input: which cell of the input each tap
/// meets.
///
/// Cells, taps and positions are the row-major numbers of spatial coordinates in the input, the
/// window and the output.
final class Sweep {
    /// Instead of a number: outside, where the values are padding.
    static final int OUTSIDE = -1;

    /// Instead of a number: between two positions, because of the stride.
    static final int BETWEEN = -2;

    final int images;
    final int cells;
    final int positions;
    final int taps;
    private final Window window;
    private final int[] input;
    private final int[] output;
    private final int[] size;

    Sweep(Window window, Shape input, Shape output) {
        this.window = window;
        this.images = input.dim(0);
        this.input = input.slice(1, -1).dims();
        this.output = output.slice(1, -1).dims();
        this.size = window.size().stream().mapToInt(Integer::intValue).toArray();
        this.cells = Shape.of(this.input).size();
        this.positions = Shape.of(this.output).size();
        this.taps = Shape.of(size).size();
    }

    /// The cell under each tap while the window stands at a position, or [#OUTSIDE].
    int[] cellsAt(int position) {
        var cellsAt = new int[taps];
        for (int t = 0; t < taps; t++) {
            var at = coordinates(position, output);
            var tap = coordinates(t, size);
            var cell = new int[at.length];
            for (int i = 0; i < cell.length; i++) {
                cell[i] =
                        at[i] * window.strides().get(i)
                                + tap[i] * window.dilation().get(i)
                                - window.low().get(i);
            }
            cellsAt[t] = number(cell, input);
        }
        return cellsAt;
    }

    /// The position at which each tap meets a cell, or [#OUTSIDE], or [#BETWEEN].
    int[] positionsAbove(int cell) {
        var positionsAbove = new int[taps];
        for (int t = 0; t < taps; t++) {
            var at = coordinates(cell, input);
            var tap = coordinates(t, size);
            boolean between = false;
            for (int i = 0; i < at.length; i++) {
                int distance = at[i] + window.low().get(i) - tap[i] * window.dilation().get(i);
                between |= distance % window.strides().get(i) != 0;
                at[i] = Math.floorDiv(distance, window.strides().get(i));
            }
            positionsAbove[t] = between ? BETWEEN : number(at, output);
        }
        return positionsAbove;
    }

    private static int[] coordinates(int number, int[] dims) {
        var coordinates = new int[dims.length];
        for (int i = dims.length - 1; i >= 0; i--) {
            coordinates[i] = number % dims[i];
            number /= dims[i];
        }
        return coordinates;
    }

    private static int number(int[] coordinates, int[] dims) {
        int number = 0;
        for (int i = 0; i < dims.length; i++) {
            if (coordinates[i] < 0 || coordinates[i] >= dims[i]) {
                return OUTSIDE;
            }
            number = number * dims[i] + coordinates[i];
        }
        return number;
    }
}
