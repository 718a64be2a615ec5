package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.List;

/// The product of all inputs.
public final class Multiply extends Merging<Multiply> {
    private Multiply() {}

    /// The product.
    public static Multiply of() {
        return new Multiply();
    }

    @Override
    Tensor merged(Scope s, List<Tensor> xs) {
        return xs.stream().reduce(Tensor::mul).orElseThrow();
    }
}
