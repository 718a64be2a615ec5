package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;

/// Images `(…, channels)` in other systems of colours.
final class ColorSpace {
    private static final double[] GREY = {0.2989, 0.5870, 0.1140};

    private ColorSpace() {}

    /// How bright each pixel is, in one channel.
    static Tensor grey(Tensor x) {
        return x.dim(-1) == 1
                ? x
                : x.matmul(Tensor.of(GREY).cast(x.dtype()).reshape(GREY.length, 1));
    }

    /// Colours of a range as those of bytes, 0 to 255.
    static Tensor bytes(Tensor x, FactorRange range) {
        return range.equals(FactorRange.BYTES)
                ? x
                : x.sub(range.low()).div(range.width()).mul(FactorRange.BYTES.high());
    }

    /// Colours of bytes as those of a range.
    static Tensor ofBytes(Tensor x, FactorRange range) {
        return range.equals(FactorRange.BYTES)
                ? x
                : x.div(FactorRange.BYTES.high()).mul(range.width()).add(range.low());
    }

    private static Tensor channel(Tensor x, int i) {
        return x.slice(-1, i, i + 1);
    }

    /// Red, green and blue as hue (0 to 1), saturation and value.
    static Tensor hsv(Tensor x) {
        double tiny = x.dtype() == DType.FLOAT64 ? Math.ulp(1.0) : Math.ulp(1f);
        var zero = Tensor.scalar(0, x.dtype());
        var one = Tensor.scalar(1, x.dtype());
        var clean = Tensor.where(x.abs().less(tiny), zero, x);
        var red = channel(clean, 0);
        var green = channel(clean, 1);
        var blue = channel(clean, 2);
        var value = red.maximum(green).maximum(blue);
        var range = value.sub(red.minimum(green).minimum(blue));
        var hasValue = value.greater(0);
        var hasRange = range.greater(0);
        var saturation =
                Tensor.where(hasValue, range.div(Tensor.where(hasValue, value, one)), zero);
        var sixth = Tensor.where(hasRange, range, one).mul(6).reciprocal();
        var toGreen = sixth.mul(blue.sub(red)).add(2 / 6.0);
        var toBlue = sixth.mul(red.sub(green)).add(4 / 6.0);
        var hue = Tensor.where(value.equal(green), toGreen, toBlue);
        hue = Tensor.where(value.equal(red), sixth.mul(green.sub(blue)), hue);
        var turn = hue.less(0).cast(x.dtype());
        hue = Tensor.where(hasRange, hue, zero).add(turn);
        return Tensor.concat(-1, hue, saturation, value);
    }

    /// Hue, saturation and value as red, green and blue.
    static Tensor rgb(Tensor x) {
        var angle = channel(x, 0).mod(1).mul(6);
        var saturation = channel(x, 1);
        var value = channel(x, 2);
        var red = angle.sub(3).abs().sub(1).clip(0, 1);
        var green = angle.sub(2).abs().neg().add(2).clip(0, 1);
        var blue = angle.sub(4).abs().neg().add(2).clip(0, 1);
        var rest = saturation.neg().add(1);
        var shares = Tensor.concat(-1, red, green, blue);
        return value.mul(rest.add(saturation.mul(shares)));
    }
}
