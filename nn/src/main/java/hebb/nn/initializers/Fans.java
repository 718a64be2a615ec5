package hebb.nn.initializers;

import hebb.core.shape.Shape;
import java.util.List;

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

    static Fans of(Shape shape, List<Integer> inputAxes, List<Integer> outputAxes) {
        return new Fans(
                product(Shape.of(inputAxes.stream().map(shape::dim).toList())),
                product(Shape.of(outputAxes.stream().map(shape::dim).toList())));
    }

    private static long product(Shape shape) {
        return shape.stream().asLongStream().reduce(1, (a, b) -> a * b);
    }
}
