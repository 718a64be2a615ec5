package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import java.util.Locale;
import java.util.Optional;

/// What a layer makes of class numbers.
public enum OutputMode {
    /// The numbers themselves.
    INT,
    /// For each number, zeros with a 1 at its place. A last axis of length 1 disappears.
    ONE_HOT,
    /// For each sample, zeros with a 1 at the place of each number that occurs in it.
    MULTI_HOT,
    /// For each sample, how often each number occurs in it.
    COUNT,
    /// As COUNT, times the weight of each number: what occurs in few documents weighs more.
    TF_IDF;

    /// Class numbers from 0 to `depth` - 1 in this form; other numbers are left out. A sample is
    /// what lies along axis 1, or all of a tensor of one axis.
    ///
    /// @param weights how much each number counts, for COUNT
    Tensor encoded(Tensor numbers, int depth, DType type, Optional<Tensor> weights) {
        if (this == INT) {
            return numbers;
        }
        var ids = numbers.rank() == 0 ? numbers.expandDims(0) : numbers;
        if (this == ONE_HOT && ids.rank() > 1 && ids.dim(-1) == 1) {
            ids = ids.squeeze(-1);
        }
        var rows = ids.oneHot(depth).cast(type);
        int sample = ids.rank() > 1 ? 1 : 0;
        return switch (this) {
            case INT, ONE_HOT -> rows;
            case MULTI_HOT -> rows.max(sample);
            case COUNT, TF_IDF ->
                    weights.map(w -> rows.mul(w.expandDims(-1))).orElse(rows).sum(sample);
        };
    }

    /// Keras's name: `multi_hot`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
