package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.List;

/// The first of two inputs minus the second.
public final class Subtract extends Merging<Subtract> {
    private Subtract() {
        super(2, 2);
    }

    /// The difference.
    public static Subtract of() {
        return new Subtract();
    }

    @Override
    Tensor merged(Scope s, List<Tensor> xs) {
        return xs.get(0).sub(xs.get(1));
    }
}
