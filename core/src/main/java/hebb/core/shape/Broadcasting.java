package hebb.core.shape;

import java.util.stream.IntStream;

/// numpy's rule for shapes that differ: aligned at the last axis, an axis of length 1 (or a missing
/// one) is repeated to the other's length.
public final class Broadcasting {
    private Broadcasting() {}

    /// The common shape of two operands of `op`. An unknown axis against a known one takes the
    /// known length.
    ///
    /// @throws HebbException if they have none
    public static Shape of(String op, Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        var dims = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int x = i <= a.rank() ? a.dim(-i) : 1;
            int y = i <= b.rank() ? b.dim(-i) : 1;
            if (x != y && x != 1 && y != 1 && x != Shape.UNKNOWN && y != Shape.UNKNOWN) {
                throw HebbException.of(op, "the shapes do not fit together")
                        .received(a + " and " + b)
                        .expected("each axis, counted from the last, equal or 1")
                        .fix("reshape or transpose one of them, for example x.expandDims(-1)");
            }
            dims[rank - i] = x == 1 ? y : y == 1 ? x : Math.max(x, y);
        }
        return Shape.of(dims);
    }

    /// The axes of `to` along which a tensor of shape `from` was repeated to get there.
    public static int[] repeatedAxes(Shape from, Shape to) {
        int missing = to.rank() - from.rank();
        return IntStream.range(0, to.rank())
                .filter(i -> i < missing || (from.dim(i - missing) == 1 && to.dim(i) != 1))
                .toArray();
    }

    /// Strides with which to read a tensor of shape `from` as one of shape `to`: 0 along repeated
    /// axes.
    public static int[] strides(Shape from, Shape to) {
        return strides(from, from.strides(), to);
    }

    /// The same for a tensor that lies in memory with strides of its own.
    public static int[] strides(Shape from, int[] own, Shape to) {
        var strides = new int[to.rank()];
        int missing = to.rank() - from.rank();
        for (int i = missing; i < to.rank(); i++) {
            strides[i] = from.dim(i - missing) == 1 ? 0 : own[i - missing];
        }
        return strides;
    }
}
