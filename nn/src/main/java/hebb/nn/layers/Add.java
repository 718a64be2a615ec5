package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.List;

/// The sum of all inputs.
public final class Add extends Merging<Add> {
    private Add() {}

    /// The sum.
    public static Add of() {
        return new Add();
    }

    @Override
    Tensor merged(Scope s, List<Tensor> xs) {
        return xs.stream().reduce(Tensor::add).orElseThrow();
    }
}
