package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import java.util.Locale;

/// What lies outside of an image that is moved.
public enum FillMode {
    /// One colour: k k | a b c | k k.
    CONSTANT,
    /// The edge: a a | a b c | c c.
    NEAREST,
    /// The image again: b c | a b c | a b.
    WRAP,
    /// The image mirrored: b a | a b c | c b.
    REFLECT,
    /// The image mirrored at the middle of its edge: c b | a b c | b a.
    MIRROR;

    /// The place inside of 0 to `size` - 1 that stands for one anywhere; int32.
    Tensor inside(Tensor place, int size) {
        return switch (this) {
            case CONSTANT, NEAREST -> place.maximum(0).minimum(size - 1);
            case WRAP -> place.mod(size);
            case REFLECT -> {
                var turn = place.mod(2 * size);
                yield turn.minimum(turn.neg().add(2 * size - 1));
            }
            case MIRROR -> {
                int period = Math.max(2 * size - 2, 1);
                var turn = place.mod(period);
                yield turn.minimum(turn.neg().add(period));
            }
        };
    }

    /// Keras's name: `reflect`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
