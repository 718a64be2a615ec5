package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.List;

/// The mean of all inputs.
public final class Average extends Merging<Average> {
    private Average() {}

    /// The mean.
    public static Average of() {
        return new Average();
    }

    @Override
    Tensor merged(Scope s, List<Tensor> xs) {
        return xs.stream().reduce(Tensor::add).orElseThrow().div(xs.size());
    }
}
