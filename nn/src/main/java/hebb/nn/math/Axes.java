package hebb.nn.math;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.nn.Options;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Axes along which something is computed, as Keras writes them: a number, or a list.
public final class Axes {
    private Axes() {}

    /// The option `axis`.
    public static Options option(int[] axes, Consumer<int[]> assign) {
        var value = axes.length == 1 ? (Object) axes[0] : Arrays.stream(axes).boxed().toList();
        return Options.of("axis", Object.class, value, v -> assign.accept(parse(v)));
    }

    private static int[] parse(Object value) {
        return switch (value) {
            case Integer one -> new int[] {one};
            case int[] many -> many;
            case List<?> list
                    when list.stream().allMatch(Integer.class::isInstance) && !list.isEmpty() ->
                    list.stream().mapToInt(a -> (Integer) a).toArray();
            default ->
                    throw HebbException.of("option 'axis'", "the value names no axes")
                            .received(value)
                            .expected("a whole number, or a list of them");
        };
    }

    /// The same axes of a tensor counted from 0, in ascending order.
    public static int[] of(Shape shape, int... axes) {
        return Arrays.stream(axes).map(shape::axis).sorted().toArray();
    }

    /// The lengths of these axes.
    public static int[] lengths(Shape shape, int... axes) {
        return Arrays.stream(axes).map(shape::dim).toArray();
    }

    /// The shape in which numbers for each position of these axes broadcast: theirs there, 1 along
    /// all others.
    public static Shape along(Shape shape, int... axes) {
        return Shape.of(
                IntStream.range(0, shape.rank())
                        .map(i -> IntStream.of(axes).anyMatch(a -> a == i) ? shape.dim(i) : 1)
                        .toArray());
    }
}
