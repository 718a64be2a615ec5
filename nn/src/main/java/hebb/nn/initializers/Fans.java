package hebb.nn.initializers;

import hebb.core.shape.Shape;
import java.util.Arrays;

/// How many inputs reach one output of a weight, and how many outputs one input: (…, inputs,
/// outputs), where the axes in front are the window of a convolution.
record Fans(long in, long out) {
    static Fans of(Shape shape) {
        return switch (shape.rank()) {
            case 0 -> new Fans(1, 1);
            case 1 -> new Fans(shape.dim(0), shape.dim(0));
            default -> {
                long window = product(shape.slice(0, shape.rank() - 2));
                yield new Fans(shape.dim(-2) * window, shape.dim(-1) * window);
            }
        };
    }

    static Fans of(Shape shape, int[] inputAxes, int[] outputAxes) {
        return new Fans(
                product(Shape.of(Arrays.stream(inputAxes).map(shape::dim).toArray())),
                product(Shape.of(Arrays.stream(outputAxes).map(shape::dim).toArray())));
    }

    private static long product(Shape shape) {
        return shape.stream().asLongStream().reduce(1, (a, b) -> a * b);
    }
}
