package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.List;

/// The largest of all inputs. What a mask leaves out does not count.
public final class Maximum extends Merging<Maximum> {
    private Maximum() {}

    /// The largest.
    public static Maximum of() {
        return new Maximum();
    }

    @Override
    Tensor merged(Scope s, List<Tensor> xs) {
        return folded(s, xs, Tensor::maximum);
    }
}
