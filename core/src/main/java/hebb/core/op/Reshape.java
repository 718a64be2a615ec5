package hebb.core.op;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.List;

/// The same elements in row-major order under another shape. One axis may be unknown (-1): it takes
/// what is left once the input is known.
public record Reshape(Shape shape) implements Op {
    @Override
    public String label() {
        return "reshape";
    }

    @Override
    public Spec infer(List<Spec> inputs) {
        Check.count(this, inputs, 1);
        var x = inputs.getFirst();
        long unknown = shape.stream().filter(d -> d == Shape.UNKNOWN).count();
        if (!x.shape().isKnown()) {
            return new Spec(shape, x.dtype());
        }
        long given =
                shape.stream()
                        .filter(d -> d != Shape.UNKNOWN)
                        .asLongStream()
                        .reduce(1, (a, b) -> a * b);
        int size = x.shape().size();
        if (unknown > 1 || (unknown == 0 ? given != size : given == 0 || size % given != 0)) {
            throw HebbException.of(label(), "the number of elements does not fit")
                    .received(x.shape() + " with " + size + " elements, to become " + shape)
                    .expected("the same number, with at most one axis of -1");
        }
        int free = unknown == 0 ? 0 : (int) (size / given);
        return new Spec(
                Shape.of(shape.stream().map(d -> d == Shape.UNKNOWN ? free : d).toArray()),
                x.dtype());
    }

    @Override
    public void gradient(Node y, Node dy, Adjoints to) {
        to.add(0, () -> dy.reshape(y.input(0).shape()));
    }
}
