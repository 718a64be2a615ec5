package hebb.plot;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Images `(count, height, width, channels)` of numbers as images of bytes.
///
/// @param low what is darkest
/// @param high what is brightest
record Pixels(Tensor images, double low, double high) {
    /// With the range that such numbers mostly have: bytes 0 to 255; other numbers 0 to 1 or 0 to
    /// 255, where they lie in these, else from the smallest to the largest.
    static Pixels of(Tensor images) {
        var range = Arrays.stream(images.toDoubles()).filter(Double::isFinite).summaryStatistics();
        if (range.getMin() < 0 || range.getMax() > 255) {
            return stretched(images);
        }
        boolean bytes = images.dtype() == DType.UINT8 || range.getMax() > 1;
        return new Pixels(images, 0, bytes ? 255 : 1);
    }

    /// With the range from the smallest to the largest number.
    static Pixels stretched(Tensor images) {
        var range = Arrays.stream(images.toDoubles()).filter(Double::isFinite).summaryStatistics();
        return new Pixels(images, range.getMin(), range.getMax());
    }

    BufferedImage[] pictures(ColorMap colors) {
        int height = images.dim(1);
        int width = images.dim(2);
        int channels = images.dim(3);
        var values = images.toDoubles();
        var pictures = new BufferedImage[images.dim(0)];
        for (int n = 0, at = 0; n < pictures.length; n++) {
            pictures[n] = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < height * width; i++, at += channels) {
                int rgb =
                        channels == 1
                                ? colors.rgb(share(values[at]))
                                : level(values[at]) << 16
                                        | level(values[at + 1]) << 8
                                        | level(values[at + 2]);
                pictures[n].setRGB(i % width, i / width, rgb);
            }
        }
        return pictures;
    }

    private double share(double value) {
        return high > low ? (value - low) / (high - low) : 0;
    }

    private int level(double value) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share(value))));
    }
}
