package hebb.data.image;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.Arrays;

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
            return image.take(nearest(image.dim(0), height), 0)
                    .take(nearest(image.dim(1), width), 1);
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

    /// Where Pillow takes each new pixel from: it adds up steps, which may end just below a whole
    /// number.
    private static Tensor nearest(int from, int to) {
        double step = (double) from / to;
        double centre = step / 2;
        var places = new int[to];
        for (int i = 0; i < to; i++, centre += step) {
            places[i] = (int) centre;
        }
        return Tensor.of(places);
    }

    /// The middle axis of (outer, from, inner) in another length.
    private static int[] along(int[] x, int outer, int from, int inner, Interpolation by, int to) {
        if (from == to) {
            return x;
        }
        var shares = by.exactShares(from, to, true);
        var y = new int[outer * to * inner];
        for (int i = 0; i < to; i++) {
            var whole = Arrays.stream(shares[i]).mapToLong(Pillow::whole).toArray();
            int first = 0;
            while (whole[first] == 0) {
                first++;
            }
            int end = from;
            while (whole[end - 1] == 0) {
                end--;
            }
            for (int o = 0; o < outer; o++) {
                for (int k = 0; k < inner; k++) {
                    long sum = 1L << (BITS - 1);
                    for (int j = first; j < end; j++) {
                        sum += whole[j] * x[(o * from + j) * inner + k];
                    }
                    y[(o * to + i) * inner + k] = (int) Math.max(0, Math.min(255, sum >> BITS));
                }
            }
        }
        return y;
    }

    private static long whole(double share) {
        return Math.round(share * (1 << BITS));
    }
}
