package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// How a kernel moves over one, two or three spatial axes: the options that all convolutions share.
final class Sliding implements Cloneable {
    private final String where;
    private final int rank;
    private int[] size;
    private int[] strides;
    private int[] dilation;
    private Padding padding = Padding.VALID;
    private DataFormat format = DataFormat.CHANNELS_LAST;

    private Sliding(String where, int rank, int... size) {
        this.where = where;
        this.rank = rank;
        this.size = Lengths.of(where, "kernel_size", rank, size);
        this.strides = Lengths.of(where, "strides", rank, 1);
        this.dilation = strides;
    }

    /// A kernel of this size that moves in steps of 1 and stays inside, for the class `where`.
    static Sliding of(String where, int rank, int... size) {
        return new Sliding(where, rank, size);
    }

    // ---- settings

    private Sliding with(Consumer<Sliding> change) {
        try {
            var copy = (Sliding) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e); // it is Cloneable
        }
    }

    Sliding strides(int... strides) {
        var checked = Lengths.of(where, "strides", rank, strides);
        return with(s -> s.strides = checked);
    }

    Sliding dilation(int... dilation) {
        var checked = Lengths.of(where, "dilation_rate", rank, dilation);
        return with(s -> s.dilation = checked);
    }

    /// Causal padding is for those layers that say so.
    Sliding padding(Padding padding, boolean causal) {
        if (padding == Padding.CAUSAL && !causal) {
            var wrong = rank > 1 ? "causal padding is for one axis" : "there is no causal padding";
            throw HebbException.of(where, wrong).received(padding).expected("valid or same");
        }
        return with(s -> s.padding = padding);
    }

    Sliding format(DataFormat format) {
        return with(s -> s.format = format);
    }

    // ---- what it gives

    int rank() {
        return rank;
    }

    int[] strides() {
        return strides.clone();
    }

    /// The input, checked, in floating point, with the channels at the end.
    Tensor input(Scope s, Tensor input) {
        return Inputs.spatial(s, input, rank, format);
    }

    /// A result with the channels at the end, as the user wants it.
    Tensor restored(Tensor y) {
        return format.restored(y);
    }

    /// The shape of a kernel with these axes behind the spatial ones.
    int[] kernel(int... channels) {
        return Shape.of(size).append(channels).dims();
    }

    /// Where the kernel stops over an input (batch, …, channels).
    Window window(Shape input) {
        return padding.window(size, strides, dilation, input);
    }

    /// A transposed convolution's result (batch, …, filters), and the window that moves over that
    /// to give the input.
    record Transposed(Window window, Shape result) {}

    /// Without `outputPadding` the result is as long as the input times the steps, or, with a
    /// kernel that stays inside, as all its stops together reach.
    Transposed transposed(Shape input, Optional<int[]> outputPadding, int filters) {
        var low = new ArrayList<Integer>();
        var high = new ArrayList<Integer>();
        var result = input.with(-1, filters);
        for (int i = 0; i < rank; i++) {
            int reach = dilation[i] * (size[i] - 1) + 1;
            int length = input.dim(i + 1);
            int cut = 0;
            if (length != Shape.UNKNOWN) {
                int last = (length - 1) * strides[i];
                int own = last + added(i, reach, outputPadding);
                cut = Math.max(last + reach - own, 0);
                result = result.with(i + 1, own);
            }
            low.add(cut / 2);
            high.add(cut - cut / 2);
        }
        return new Transposed(
                new Window(list(size), list(strides), list(dilation), low, high), result);
    }

    /// How much longer the result is than the way from the first stop to the last.
    private int added(int axis, int reach, Optional<int[]> outputPadding) {
        boolean inside = padding == Padding.VALID;
        return outputPadding
                .map(more -> (inside ? reach : reach % 2) + more[axis])
                .orElse(inside ? Math.max(reach, strides[axis]) : strides[axis]);
    }

    private static List<Integer> list(int... values) {
        return Arrays.stream(values).boxed().toList();
    }

    // ---- options

    Options options(Consumer<UnaryOperator<Sliding>> change) {
        return options(Options.none(), change);
    }

    /// Keras's options in its order, with others behind `padding`.
    Options options(Options others, Consumer<UnaryOperator<Sliding>> change) {
        return Options.of(
                        "kernel_size",
                        int[].class,
                        size,
                        v -> change.accept(s -> s.with(c -> c.size = v)))
                .and(
                        "strides",
                        int[].class,
                        strides,
                        v -> change.accept(s -> s.with(c -> c.strides = v)))
                .and(
                        "padding",
                        Padding.class,
                        padding,
                        v -> change.accept(s -> s.with(c -> c.padding = v)))
                .and(others)
                .and(
                        "data_format",
                        DataFormat.class,
                        format,
                        v -> change.accept(s -> s.with(c -> c.format = v)))
                .and(
                        "dilation_rate",
                        int[].class,
                        dilation,
                        v -> change.accept(s -> s.with(c -> c.dilation = v)));
    }
}
