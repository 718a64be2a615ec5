package hebb.core.shape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The lengths of a tensor's axes, outermost first. Immutable.
///
/// An axis may be [#UNKNOWN], printed `None` as in Keras: models, summaries and errors exist before
/// data does. Axes can be counted from the end: `dim(-1)` is the last.
public final class Shape {
    /// The length of an axis that is not known yet.
    public static final int UNKNOWN = -1;

    private static final Shape SCALAR = new Shape();

    private final int[] dims;

    private Shape(int... dims) {
        this.dims = dims;
    }

    /// A shape of these lengths; [#UNKNOWN] (-1) stands for one that is not known. `of()` is a
    /// scalar's.
    ///
    /// @throws HebbException if a length is below -1
    public static Shape of(int... dims) {
        if (dims.length == 0) {
            return SCALAR;
        }
        for (int d : dims) {
            if (d < UNKNOWN) {
                throw HebbException.of("Shape", "an axis has a negative length")
                        .received(Arrays.toString(dims))
                        .expected("lengths of 0 or more, or -1 where it is not known");
            }
        }
        return new Shape(dims.clone());
    }

    /// The same of a list.
    public static Shape of(List<Integer> dims) {
        return of(dims.stream().mapToInt(Integer::intValue).toArray());
    }

    /// How many axes there are.
    public int rank() {
        return dims.length;
    }

    /// The length of an axis, counted from the end if negative.
    public int dim(int axis) {
        return dims[axis(axis)];
    }

    /// The axis as a number from 0, whether it was counted from the start or from the end.
    ///
    /// @throws HebbException if there is no such axis
    public int axis(int axis) {
        int a = axis < 0 ? axis + dims.length : axis;
        if (a < 0 || a >= dims.length) {
            throw HebbException.of("Shape " + this, "there is no axis " + axis)
                    .expected(
                            dims.length == 0
                                    ? "no axis at all: this is a scalar"
                                    : "an axis from " + -dims.length + " to " + (dims.length - 1));
        }
        return a;
    }

    /// Whether no axis is unknown.
    public boolean isKnown() {
        for (int d : dims) {
            if (d == UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /// The number of elements, which must fit a Java array.
    ///
    /// @throws HebbException if an axis is unknown, or there are more than 2³¹-1 elements
    public int size() {
        long size = 1;
        for (int d : dims) {
            if (d == UNKNOWN) {
                throw HebbException.of("Shape " + this, "its size is not known yet")
                        .expected("a shape without None");
            }
            size = Math.min(size * d, 1L << 31); // and not beyond, lest it overflow
        }
        if (size > Integer.MAX_VALUE) {
            throw HebbException.of("Shape " + this, "too large for one tensor")
                    .expected("at most 2147483647 elements");
        }
        return (int) size;
    }

    /// Elements between neighbours along each axis, in row-major order.
    public int[] strides() {
        var strides = new int[dims.length];
        int step = 1;
        for (int i = dims.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= dims[i];
        }
        return strides;
    }

    /// The lengths, as a new array.
    public int[] dims() {
        return dims.clone();
    }

    /// The lengths as a stream.
    public IntStream stream() {
        return Arrays.stream(dims);
    }

    /// This shape with another length of one axis.
    public Shape with(int axis, int length) {
        var changed = dims.clone();
        changed[axis(axis)] = length;
        return of(changed);
    }

    /// This shape with more axes behind.
    public Shape append(int... more) {
        var joined = Arrays.copyOf(dims, dims.length + more.length);
        System.arraycopy(more, 0, joined, dims.length, more.length);
        return of(joined);
    }

    /// This shape with more axes in front.
    public Shape prepend(int... more) {
        return of(more).append(dims);
    }

    /// The axes from `from` to before `to`; both may be counted from the end, `to` = rank is the
    /// end.
    public Shape slice(int from, int to) {
        int f = from < 0 ? from + dims.length : from;
        int t = to < 0 ? to + dims.length : to;
        return of(Arrays.copyOfRange(dims, f, t));
    }

    /// This shape without one axis.
    public Shape drop(int axis) {
        int a = axis(axis);
        var rest = Arrays.copyOf(dims, dims.length - 1);
        System.arraycopy(dims, a + 1, rest, a, rest.length - a);
        return of(rest);
    }

    /// Whether a tensor of `other` could have this shape: same rank, and each axis equal or unknown
    /// in one.
    public boolean matches(Shape other) {
        if (dims.length != other.dims.length) {
            return false;
        }
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] != UNKNOWN && other.dims[i] != UNKNOWN && dims[i] != other.dims[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape s && Arrays.equals(dims, s.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /// As Python prints a tuple: `(None, 28, 28)`, `(3,)`, `()`.
    @Override
    public String toString() {
        var text = new StringBuilder("(");
        for (int i = 0; i < dims.length; i++) {
            text.append(i == 0 ? "" : ", ").append(dims[i] == UNKNOWN ? "None" : dims[i]);
        }
        return text.append(dims.length == 1 ? ",)" : ")").toString();
    }
}
