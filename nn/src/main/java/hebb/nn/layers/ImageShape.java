package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.ArrayList;
import java.util.Collections;

/// What layers for images do to the shape and type of images `(…, height, width, channels)`.
final class ImageShape {
    private ImageShape() {}

    /// One image or a batch of them, with the channels at the end.
    static Tensor channelsLast(Scope s, Tensor x, DataFormat format) {
        if (x.rank() != 3 && x.rank() != 4) {
            throw s.wrong("the input has the wrong number of axes")
                    .received(x.shape())
                    .expected(format.describe("height, width") + ", or without the batch");
        }
        var y =
                x.rank() == 4 || format == DataFormat.CHANNELS_LAST
                        ? format.channelsLast(x)
                        : x.transpose(1, 2, 0);
        if (y.dim(-3) < 1 || y.dim(-2) < 1) {
            throw s.wrong("the size of the images is not known")
                    .received(x.shape())
                    .fix("give Input.of(…) height and width");
        }
        return y;
    }

    /// With the channels where they belong.
    static Tensor restored(Tensor y, DataFormat format) {
        return y.rank() == 4 || format == DataFormat.CHANNELS_LAST
                ? format.restored(y)
                : y.transpose(2, 0, 1);
    }

    /// The largest middle part that has the shape of `height` to `width`.
    static Tensor cropped(Tensor x, int height, int width) {
        int ownHeight = x.dim(-3);
        int ownWidth = x.dim(-2);
        int high = fit((double) ownWidth * height / width, ownHeight);
        int wide = fit((double) ownHeight * width / height, ownWidth);
        return part(x, (ownHeight - high) / 2, (ownWidth - wide) / 2, high, wide);
    }

    private static int fit(double length, int own) {
        return Math.max(1, Math.min(own, (int) length));
    }

    /// A part of each image.
    static Tensor part(Tensor x, int top, int left, int height, int width) {
        int rank = x.rank();
        return x.slice(rank - 3, top, top + height).slice(rank - 2, left, left + width);
    }

    /// With a border that gives it the shape of `height` to `width`, or almost: both sides are
    /// alike.
    static Tensor padded(Tensor x, int height, int width, double value) {
        int ownHeight = x.dim(-3);
        int ownWidth = x.dim(-2);
        int above = Math.max(0, (int) ((double) ownWidth * height / width) - ownHeight) / 2;
        int beside =
                above > 0
                        ? 0
                        : Math.max(0, (int) ((double) ownHeight * width / height) - ownWidth) / 2;
        var border = new ArrayList<>(Collections.nCopies(x.rank(), 0));
        border.set(x.rank() - 3, above);
        border.set(x.rank() - 2, beside);
        return above + beside == 0 ? x : x.pad(border, border, value);
    }

    /// Floating-point images in the type of others; rounded and kept in range where that is whole
    /// numbers.
    static Tensor saturated(Tensor x, DType type) {
        if (type.isFloating() || x.dtype() == type) {
            return x.cast(type);
        }
        return switch (type) {
            case UINT8 -> x.round().clip(0, 255).cast(type);
            default -> x.round().cast(type);
        };
    }
}
