package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Locale;

/// In training, mirrors each image with a chance of one half. Default: in both directions at once.
public final class RandomFlip extends RandomImages<RandomFlip> {
    /// Which way images are mirrored.
    public enum Mode {
        /// Left and right.
        HORIZONTAL,
        /// Top and bottom.
        VERTICAL,
        /// Both.
        HORIZONTAL_AND_VERTICAL;

        /// Keras's name: `horizontal`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Mode mode;

    private RandomFlip(Mode mode) {
        this.mode = mode;
    }

    /// In both directions.
    public static RandomFlip of() {
        return of(Mode.HORIZONTAL_AND_VERTICAL);
    }

    /// This way.
    public static RandomFlip of(Mode mode) {
        return new RandomFlip(mode);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        return flipped(x, draws.uniform("flip", 0, 1).lessEqual(0.5));
    }

    Tensor flipped(Tensor x, Tensor flips) {
        var y = x;
        if (mode != Mode.VERTICAL) {
            y = Tensor.where(flips, y.reverse(-2), y);
        }
        if (mode != Mode.HORIZONTAL) {
            y = Tensor.where(flips, y.reverse(-3), y);
        }
        return y;
    }

    @Override
    public Options options() {
        return formatOption().and(seedOption()).and("mode", Mode.class, mode, v -> mode = v);
    }
}
