package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// In training, makes the colours of each image stronger or weaker.
public final class RandomSaturation extends RandomColors<RandomSaturation> {
    private static final double SMALLEST = 1e-7;

    private RandomSaturation(FactorRange factor) {
        super(-1, factor);
    }

    /// By `f / (1 - f)` for an f from -`factor` to `factor`.
    public static RandomSaturation of(double factor) {
        return new RandomSaturation(FactorRange.around("RandomSaturation", factor, -1, 1));
    }

    /// By `f / (1 - f)` for an f between these: 0 is grey, 0.5 changes nothing.
    public static RandomSaturation of(double from, double to) {
        return new RandomSaturation(FactorRange.between("RandomSaturation", from, to, -1, 1));
    }

    @Override
    Tensor factor(ImageDraws draws, FactorRange range) {
        var drawn = draws.uniform("factor", range);
        return drawn.div(drawn.neg().add(1).add(SMALLEST));
    }

    @Override
    Tensor adjusted(Tensor x, Tensor factor) {
        var hsv = ColorSpace.hsv(x);
        var saturation = clipped(hsv.slice(-1, 1, 2).mul(factor));
        return ColorSpace.rgb(
                Tensor.concat(-1, hsv.slice(-1, 0, 1), saturation, hsv.slice(-1, 2, 3)));
    }
}
