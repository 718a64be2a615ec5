package hebb.data;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import java.util.Locale;

/// How the class of a sample is told to a model.
public enum LabelMode {
    /// By its number, int32: for sparse categorical cross-entropy.
    INT,
    /// By a row with a 1 at its place, float32: for categorical cross-entropy.
    CATEGORICAL,
    /// By 0 or 1 in a column, float32, where there are two classes: for binary cross-entropy.
    BINARY,
    /// Not at all.
    NONE;

    /// Class numbers in this form.
    public Tensor of(Tensor numbers, int classes) {
        return switch (this) {
            case INT, NONE -> numbers;
            case CATEGORICAL -> Labels.toCategorical(numbers, classes);
            case BINARY -> numbers.cast(DType.FLOAT32).expandDims(-1);
        };
    }

    /// Keras's name: `categorical`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
