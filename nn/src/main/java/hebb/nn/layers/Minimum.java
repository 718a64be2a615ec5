package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.List;

/// The smallest of all inputs. What a mask leaves out does not count.
public final class Minimum extends Merging<Minimum> {
    private Minimum() {}

    /// The smallest.
    public static Minimum of() {
        return new Minimum();
    }

    @Override
    Tensor merged(Scope s, List<Tensor> xs) {
        return folded(s, xs, Tensor::minimum);
    }
}
