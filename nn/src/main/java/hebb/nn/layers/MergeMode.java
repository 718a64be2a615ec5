package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import java.util.Locale;

/// How [Bidirectional] joins what it makes forwards and backwards.
public enum MergeMode {
    /// Side by side along the last axis.
    CONCAT,
    /// Added.
    SUM,
    /// Multiplied.
    MUL,
    /// Averaged.
    AVE;

    Tensor merged(Tensor forward, Tensor backward) {
        return switch (this) {
            case CONCAT -> Tensor.concat(-1, forward, backward);
            case SUM -> forward.add(backward);
            case MUL -> forward.mul(backward);
            case AVE -> forward.add(backward).div(2);
        };
    }

    /// Keras's name: `concat`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
