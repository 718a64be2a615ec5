package hebb.nn.math;

import hebb.core.shape.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Axes along which something is computed.
public final class Axes {
    private Axes() {}

    /// The same axes of a tensor counted from 0, in ascending order.
    public static int[] of(Shape shape, int... axes) {
        return Arrays.stream(axes).map(shape::axis).sorted().toArray();
    }

    /// The lengths of axes, sorted as Keras sorts them: as they were written, so that -1 comes
    /// before 1.
    public static int[] lengths(Shape shape, int... axes) {
        return Arrays.stream(axes).sorted().map(shape::dim).toArray();
    }

    /// The shape in which numbers for each position of these axes broadcast: theirs there, 1 along
    /// all others.
    public static Shape along(Shape shape, int... axes) {
        return Shape.of(
                IntStream.range(0, shape.rank())
                        .map(i -> IntStream.of(axes).anyMatch(a -> a == i) ? shape.dim(i) : 1)
                        .toArray());
    }

    /// The order of axes that undoes this one.
    public static int[] inverse(int... order) {
        var inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }
}
