package hebb.nn.initializers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Configurable;

/// The first values of a weight.
public interface Initializer extends Configurable {
    /// A float32 tensor of this shape, random where the initializer is, from this source only.
    Tensor of(Shape shape, Randoms random);
}
