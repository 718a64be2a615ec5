package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

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

    /// A part of each image.
    static Tensor part(Tensor x, int top, int left, int height, int width) {
        int rank = x.rank();
        return x.slice(rank - 3, top, top + height).slice(rank - 2, left, left + width);
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
