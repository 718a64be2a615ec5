package hebb.data.image;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
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
        var parts = by.shares(from, to, antialias);
        if (!x.isRecorded() && x.dtype() == DType.FLOAT32) {
            return new Taps(parts).along(x, axis);
        }
        var shares = Tensor.of(parts).cast(x.dtype());
        int behind = x.shape().slice(axis + 1, x.rank()).size();
        return shares.matmul(x.reshape(-1, from, behind)).reshape(x.shape().with(axis, to));
    }

    /// The largest middle part of images `(…, height, width, channels)` that has the shape of
    /// `height` to `width`, to be resized without stretching.
    public static Tensor croppedTo(Tensor x, int height, int width) {
        int ownHeight = x.dim(-3);
        int ownWidth = x.dim(-2);
        int high = fit((double) ownWidth * height / width, ownHeight);
        int wide = fit((double) ownHeight * width / height, ownWidth);
        int top = (ownHeight - high) / 2;
        int left = (ownWidth - wide) / 2;
        return x.slice(-3, top, top + high).slice(-2, left, left + wide);
    }

    private static int fit(double length, int own) {
        return Math.max(1, Math.min(own, (int) length));
    }

    /// Images `(…, height, width, channels)` with a border that gives them the shape of `height` to
    /// `width`, or almost, as both sides are alike; to be resized without stretching.
    public static Tensor paddedTo(Tensor x, int height, int width, double value) {
        int ownHeight = x.dim(-3);
        int ownWidth = x.dim(-2);
        int above = Math.max(0, (int) ((double) ownWidth * height / width) - ownHeight) / 2;
        int wide = above > 0 ? ownWidth : (int) ((double) ownHeight * width / height);
        int beside = Math.max(0, wide - ownWidth) / 2;
        var border = new ArrayList<>(Collections.nCopies(x.rank(), 0));
        border.set(x.rank() - 3, above);
        border.set(x.rank() - 2, beside);
        return above + beside == 0 ? x : x.pad(border, border, value);
    }
}
