package hebb.nn.losses;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import java.util.function.DoublePredicate;

/// Labels that are class numbers, one a prediction.
final class ClassLabels {
    private ClassLabels() {}

    /// The labels without a last axis of length 1 that predictions (batch, …, classes) do not ask
    /// for.
    ///
    /// @throws HebbException if there is not one label a prediction
    static Tensor numbers(String where, Tensor yTrue, Shape predictions) {
        boolean extra = yTrue.rank() == predictions.rank() && yTrue.dim(-1) == 1;
        var labels = extra ? yTrue.squeeze(-1) : yTrue;
        var expected = predictions.slice(0, predictions.rank() - 1);
        if (!labels.shape().matches(expected)) {
            var wrong =
                    HebbException.of(where, "labels do not fit the predictions")
                            .received("labels " + yTrue.shape() + ", predictions " + predictions)
                            .expected("labels " + expected + ", one class number a prediction");
            throw yTrue.shape().matches(predictions)
                    ? wrong.fix("CategoricalCrossentropy.of(), if labels are one-hot")
                    : wrong;
        }
        return labels;
    }

    /// Looks at a batch's labels.
    ///
    /// @throws HebbException if one is neither a class number nor allowed
    static void check(String where, Tensor labels, int classes, DoublePredicate isAllowed) {
        var numbers = labels.toDoubles();
        int perSample = Math.max(1, numbers.length / Math.max(1, labels.dim(0)));
        for (int i = 0; i < numbers.length; i++) {
            double number = numbers[i];
            boolean isClass = number >= 0 && number < classes && number == Math.rint(number);
            if (!isClass && !isAllowed.test(number)) {
                throw HebbException.of(
                                where, "the label of sample " + i / perSample + " is no class")
                        .received(number == Math.rint(number) ? (Object) (long) number : number)
                        .expected(
                                "a whole number from 0 to "
                                        + (classes - 1)
                                        + ", because there are predictions for "
                                        + classes
                                        + " classes");
            }
        }
    }
}
