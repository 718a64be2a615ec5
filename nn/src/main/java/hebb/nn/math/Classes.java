package hebb.nn.math;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;

/// Class numbers.
public final class Classes {
    private Classes() {}

    /// Where a class is the one that the label names: bool (batch, …, classes), of labels (batch,
    /// …) and scores (batch, …, classes).
    public static Tensor named(Tensor labels, Tensor scores) {
        // compared in the scores' type, so that all that is done to them is one loop
        var numbers = Tensor.iota(new Spec(Shape.of(scores.dim(-1)), scores.dtype()), 0);
        return labels.cast(scores.dtype()).expandDims(-1).equal(numbers);
    }
}
