package hebb.nn.math;

import hebb.core.shape.Shape;

/// How labels say what the right prediction is.
public enum Targets {
    /// 0 or 1 for the only output.
    BINARY,
    /// The number of the right class.
    CLASS_NUMBERS,
    /// A 1 at the right class, and 0 at all others.
    ONE_HOT;

    /// What the shapes of labels and predictions tell, by Keras's rule.
    public static Targets of(Shape yTrue, Shape yPred) {
        if (yPred.dim(-1) == 1) {
            return BINARY;
        }
        boolean numbers = yTrue.rank() < yPred.rank() || (yTrue.dim(-1) == 1 && yPred.dim(-1) > 1);
        return numbers ? CLASS_NUMBERS : ONE_HOT;
    }
}
