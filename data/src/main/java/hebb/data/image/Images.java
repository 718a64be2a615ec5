package hebb.data.image;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.stream.IntStream;

/// Images as tensors: `(count, height, width, channels)`.
public final class Images {
    private static final int LARGEST = 255;

    private Images() {}

    /// Bytes to numbers from 0 to 1: x / 255, in float32.
    ///
    /// Of uint8 `(count, height, width, channels)` the shape stays; `(count, height, width)`, as
    /// grey images are often stored, becomes `(count, height, width, 1)`.
    ///
    /// @throws HebbException if the tensor is none of these
    public static Tensor scaled(Tensor images) {
        if (images.dtype() != DType.UINT8 || images.rank() < 3 || images.rank() > 4) {
            throw HebbException.of("Images.scaled", "these are no images as bytes")
                    .received(images.spec())
                    .expected(
                            "uint8(count, height, width) or uint8(count, height, width, channels)");
        }
        var scaled = images.cast(DType.FLOAT32).div(LARGEST);
        return images.rank() == 3 ? scaled.expandDims(-1) : scaled;
    }

    /// Images `(…, height, width, channels)` in another size, in floating point: whole numbers
    /// become float32. Computed at once, or recorded.
    ///
    /// @throws HebbException if the tensor has fewer than three axes, or its height or width is not
    ///   known
    public static Tensor resized(
            Tensor images, int height, int width, Interpolation by, boolean antialias) {
        int rank = images.rank();
        if (rank < 3 || images.dim(-3) < 1 || images.dim(-2) < 1) {
            throw HebbException.of("Images.resized", "these are no images")
                    .received(images.shape())
                    .expected("(…, height, width, channels) of known height and width");
        }
        var x = images.dtype().isFloating() ? images : images.cast(DType.FLOAT32);
        return along(along(x, rank - 3, height, by, antialias), rank - 2, width, by, antialias);
    }

    private static Tensor along(Tensor x, int axis, int to, Interpolation by, boolean antialias) {
        int from = x.dim(axis);
        if (from == to) {
            return x;
        }
        if (by == Interpolation.NEAREST) {
            var nearest =
                    IntStream.range(0, to).map(i -> Interpolation.nearest(i, from, to)).toArray();
            return x.take(Tensor.of(nearest), axis);
        }
        var shares = Tensor.of(by.shares(from, to, antialias)).cast(x.dtype());
        int behind = x.shape().slice(axis + 1, x.rank()).size();
        return shares.matmul(x.reshape(-1, from, behind)).reshape(x.shape().with(axis, to));
    }
}
