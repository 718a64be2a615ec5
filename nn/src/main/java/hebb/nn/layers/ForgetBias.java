package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.initializers.Initializer;

/// The first bias of four gates: as chosen, but 1 for the second, so that it lets through what is
/// remembered.
record ForgetBias(Initializer chosen) implements Initializer {
    @Override
    public Tensor of(Shape shape, Randoms random) {
        int units = shape.dim(0) / 4;
        return Tensor.concat(
                0,
                chosen.of(Shape.of(units), random),
                Tensor.ones(units),
                chosen.of(Shape.of(2 * units), random));
    }
}
