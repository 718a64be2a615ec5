package hebb.core.shape;

import java.util.List;

/// How a window moves over the spatial axes (those between the first, the batch, and the last, the
/// channels): its size, its steps, the distance between its taps, and the padding before and
/// behind.
public record Window(
        List<Integer> size,
        List<Integer> strides,
        List<Integer> dilation,
        List<Integer> low,
        List<Integer> high) {
    public Window {
        size = List.copyOf(size);
        strides = List.copyOf(strides);
        dilation = List.copyOf(dilation);
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    /// The number of spatial axes.
    public int rank() {
        return size.size();
    }

    /// The shape over which the window has been moved: (batch, …, `channels`).
    ///
    /// @throws HebbException if the window is larger than the padded input
    public Shape slide(String op, Shape input, int channels) {
        if (input.rank() != rank() + 2) {
            var mistake =
                    HebbException.of(op, "the input has the wrong number of axes")
                            .received(input)
                            .expected("(batch, " + "…, ".repeat(rank()) + "channels)");
            throw input.rank() == rank() + 1
                    ? mistake.fix("x.expandDims(-1), if only the channels are missing")
                    : mistake;
        }
        var result = input.with(-1, channels);
        for (int i = 0; i < rank(); i++) {
            int dim = input.dim(i + 1);
            if (dim != Shape.UNKNOWN) {
                result = result.with(i + 1, positions(op, input, i));
            }
        }
        return result;
    }

    private int positions(String op, Shape input, int axis) {
        int padded = input.dim(axis + 1) + low.get(axis) + high.get(axis);
        int reach = dilation.get(axis) * (size.get(axis) - 1) + 1;
        if (padded < reach) {
            throw HebbException.of(op, "the window is larger than the input")
                    .received("a window of " + reach + " on axis " + (axis + 1) + " of " + input)
                    .expected("a window of at most " + padded)
                    .fix("use a smaller window, padding, or fewer poolings before");
        }
        return (padded - reach) / strides.get(axis) + 1;
    }

    /// How many valid (not padded) cells of an axis of length `dim` the window covers at output
    /// position `at`.
    public int covered(int axis, int dim, int at) {
        int count = 0;
        for (int t = 0; t < size.get(axis); t++) {
            int i = at * strides.get(axis) + t * dilation.get(axis) - low.get(axis);
            count += i >= 0 && i < dim ? 1 : 0;
        }
        return count;
    }
}
