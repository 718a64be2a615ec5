package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import java.util.function.BinaryOperator;

/// The mean of a function that a user wrote.
final class FunctionMetric extends MeanMetric<FunctionMetric> {
    private final BinaryOperator<Tensor> function;

    FunctionMetric(String name, BinaryOperator<Tensor> function) {
        super(name);
        this.function = function;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return function.apply(yTrue, yPred);
    }
}
