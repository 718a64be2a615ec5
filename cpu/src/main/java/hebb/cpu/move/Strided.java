package hebb.cpu.move;

import hebb.core.op.Concat;
import hebb.core.op.Node;
import hebb.core.op.Slice;
import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/// Elements of an array seen as a tensor: the one at coordinates (i, j, …) lies at `offset + i ·
/// strides[0] + j · strides[1] + …`. Neighbouring axes that are one run in memory are one axis
/// here.
public final class Strided {
    private final int size;
    private final int offset;
    private final int[] dims;
    private final int[] strides;

    private Strided(int size, int offset, int[] dims, int[] strides) {
        this.size = size;
        this.offset = offset;
        this.dims = dims;
        this.strides = strides;
    }

    /// The tensor of that shape and these strides.
    public static Strided of(Shape shape, int offset, int[] strides) {
        int rank = 0;
        var dims = new int[shape.rank()];
        var steps = new int[shape.rank()];
        for (int i = 0; i < shape.rank(); i++) {
            int dim = shape.dim(i);
            if (dim == 1) {
                continue;
            }
            if (rank > 0 && steps[rank - 1] == strides[i] * dim) {
                dims[rank - 1] *= dim;
                steps[rank - 1] = strides[i];
            } else {
                dims[rank] = dim;
                steps[rank++] = strides[i];
            }
        }
        if (rank == 0) {
            return new Strided(shape.size(), offset, new int[] {1}, new int[] {1});
        }
        return new Strided(
                shape.size(),
                offset,
                java.util.Arrays.copyOf(dims, rank),
                java.util.Arrays.copyOf(steps, rank));
    }

    /// Where a slice's elements lie in its input, repeated to the shape `to`.
    public static Strided ofSlice(Node slice, Shape to) {
        var op = (Slice) slice.op();
        var strides = slice.input(0).shape().strides();
        int offset = 0;
        for (int i = 0; i < strides.length; i++) {
            offset += op.start().get(i) * strides[i];
            strides[i] *= op.step().get(i);
        }
        return of(to, offset, Broadcasting.strides(slice.shape(), strides, to));
    }

    /// Where in a concatenation the elements of each of its inputs lie.
    public static List<Strided> ofParts(Node concat) {
        int axis = concat.shape().axis(((Concat) concat.op()).axis());
        var strides = concat.shape().strides();
        var parts = new ArrayList<Strided>();
        int offset = 0;
        for (var x : concat.inputs()) {
            parts.add(of(x.shape(), offset, strides));
            offset += x.shape().dim(axis) * strides[axis];
        }
        return parts;
    }

    /// How many elements there are.
    public int size() {
        return size;
    }

    /// Where the first element lies.
    public int offset() {
        return offset;
    }

    /// Whether element i lies at `offset + i`.
    public boolean isContiguous() {
        return dims.length == 1 && strides[0] == 1;
    }

    /// Whether all elements are one.
    public boolean isRepeated() {
        return dims.length == 1 && strides[0] == 0;
    }

    /// Whether, of equal tensors `(repeats, period)`, all rows are one contiguous row.
    public boolean isPeriodic() {
        return dims.length == 2 && strides[0] == 0 && strides[1] == 1;
    }

    /// Elements until they repeat, where [#isPeriodic()].
    public int period() {
        return dims[dims.length - 1];
    }

    /// Where the element of that number, in row-major order, lies.
    public int place(int number) {
        int place = offset;
        for (int i = dims.length - 1; i >= 0; i--) {
            place += number % dims[i] * strides[i];
            number /= dims[i];
        }
        return place;
    }

    /// Elements from number `at` on that are equally spaced, at most up to before `to`.
    public int run(int at, int to) {
        int inner = dims[dims.length - 1];
        return Math.min(to - at, inner - at % inner);
    }

    /// Where the run behind another begins, which begins with element number `at` at `place` and is
    /// `count` elements long.
    public int behind(int place, int at, int count) {
        return dims.length == 2 // by far the most frequent, and found without a division
                ? place + strides[0] - (dims[1] - count) * strides[1]
                : place(at + count);
    }

    /// How far apart the elements of a run are.
    public int stride() {
        return strides[strides.length - 1];
    }

    /// Copies the elements `from` to before `to`, in row-major order, to consecutive places of an
    /// array of the same type.
    public void gather(DType dtype, Object x, int base, int from, int to, Object y, int at) {
        int step = stride();
        int place = place(from);
        int count;
        for (int i = from; i < to; i += count) {
            count = run(i, to);
            int target = at + i - from;
            if (step == 1) {
                System.arraycopy(x, base + place, y, target, count);
            } else {
                spaced(dtype, x, base + place, step, y, target, 1, count);
            }
            place = behind(place, i, count);
        }
    }

    /// Copies consecutive elements of an array to the places numbered `from` to before `to`.
    public void scatter(DType dtype, Object x, int at, Object y, int base, int from, int to) {
        int step = stride();
        int place = place(from);
        int count;
        for (int i = from; i < to; i += count) {
            count = run(i, to);
            int source = at + i - from;
            if (step == 1) {
                System.arraycopy(x, source, y, base + place, count);
            } else {
                spaced(dtype, x, source, 1, y, base + place, step, count);
            }
            place = behind(place, i, count);
        }
    }

    private static void spaced(
            DType dtype, Object x, int from, int stepX, Object y, int to, int stepY, int count) {
        switch (dtype) {
            case FLOAT32 -> {
                float[] a = (float[]) x, b = (float[]) y;
                for (int i = 0; i < count; i++) {
                    b[to + i * stepY] = a[from + i * stepX];
                }
            }
            case FLOAT64 -> {
                double[] a = (double[]) x, b = (double[]) y;
                for (int i = 0; i < count; i++) {
                    b[to + i * stepY] = a[from + i * stepX];
                }
            }
            case INT32 -> {
                int[] a = (int[]) x, b = (int[]) y;
                for (int i = 0; i < count; i++) {
                    b[to + i * stepY] = a[from + i * stepX];
                }
            }
            case INT64 -> {
                long[] a = (long[]) x, b = (long[]) y;
                for (int i = 0; i < count; i++) {
                    b[to + i * stepY] = a[from + i * stepX];
                }
            }
            case UINT8, BOOL -> {
                byte[] a = (byte[]) x, b = (byte[]) y;
                for (int i = 0; i < count; i++) {
                    b[to + i * stepY] = a[from + i * stepX];
                }
            }
        }
    }
}
