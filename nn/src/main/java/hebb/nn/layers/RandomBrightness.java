package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// In training, adds a random share of the range of colours to each image.
public final class RandomBrightness extends RandomColors<RandomBrightness> {
    private RandomBrightness(FactorRange factor) {
        super(-1, factor);
    }

    /// At most this share, darker or brighter.
    public static RandomBrightness of(double factor) {
        return new RandomBrightness(FactorRange.around("RandomBrightness", factor, -1, 1));
    }

    /// A share between these.
    public static RandomBrightness of(double from, double to) {
        return new RandomBrightness(FactorRange.between("RandomBrightness", from, to, -1, 1));
    }

    @Override
    Tensor adjusted(Tensor x, Tensor factor) {
        return clipped(x.add(factor.mul(valueRange().high() - valueRange().low())));
    }
}
