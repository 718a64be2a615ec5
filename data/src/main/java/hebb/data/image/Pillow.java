package hebb.data.image;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;

/// Images of bytes in another size, to the very byte of Python's Pillow, and so of Keras's
/// `load_img`: filters that grow where an image shrinks, in whole numbers, rounded after each axis.
public final class Pillow {
    private static final int BITS = 22;

    private Pillow() {}

    /// An image uint8 `(height, width, channels)` in another size.
    ///
    /// @param by NEAREST, BILINEAR, BICUBIC or LANCZOS3
    public static Tensor resized(Tensor image, int height, int width, Interpolation by) {
        if (image.dtype() != DType.UINT8 || image.rank() != 3) {
            throw HebbException.of("Pillow.resized", "this is no image of bytes")
                    .received(image.spec())
                    .expected("uint8(height, width, channels)");
        }
        if (by == Interpolation.NEAREST) {
            return Images.resized(image, height, width, by, false).cast(DType.UINT8);
        }
        int channels = image.dim(2);
        var pixels = image.toInts();
        var wide = along(pixels, image.dim(0), image.dim(1), channels, by, width);
        var tall = along(wide, 1, image.dim(0), width * channels, by, height);
        var bytes = new byte[tall.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) tall[i];
        }
        return Tensor.of(bytes, new Spec(Shape.of(height, width, channels), DType.UINT8));
    }

    /// The middle axis of (outer, from, inner) in another length.
    private static int[] along(int[] x, int outer, int from, int inner, Interpolation by, int to) {
        if (from == to) {
            return x;
        }
        var shares = by.shares(from, to, true);
        var y = new int[outer * to * inner];
        for (int i = 0; i < to; i++) {
            var whole = new long[from];
            for (int j = 0; j < from; j++) {
                whole[j] = Math.round(shares[i][j] * (double) (1 << BITS));
            }
            for (int o = 0; o < outer; o++) {
                for (int k = 0; k < inner; k++) {
                    long sum = 1L << (BITS - 1);
                    for (int j = 0; j < from; j++) {
                        sum += whole[j] * x[(o * from + j) * inner + k];
                    }
                    y[(o * to + i) * inner + k] = (int) Math.max(0, Math.min(255, sum >> BITS));
                }
            }
        }
        return y;
    }
}
