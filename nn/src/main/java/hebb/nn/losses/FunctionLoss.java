package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import java.util.function.BinaryOperator;

/// What a function of a user's costs.
final class FunctionLoss extends Loss<FunctionLoss> {
    private final BinaryOperator<Tensor> function;

    FunctionLoss(String name, BinaryOperator<Tensor> function) {
        super(name);
        this.function = function;
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return function.apply(yTrue, yPred);
    }
}
