package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// In training, turns some images into their negatives. Default: each with a chance that is drawn
/// from 0 to 1.
public final class RandomInvert extends RandomColors<RandomInvert> {
    private RandomInvert(FactorRange factor) {
        super(0, factor);
    }

    /// With a chance that is drawn from 0 to 1.
    public static RandomInvert of() {
        return of(1);
    }

    /// With a chance that is drawn from 0 to `factor`.
    public static RandomInvert of(double factor) {
        return new RandomInvert(FactorRange.around("RandomInvert", factor, 0, 1));
    }

    /// With a chance that is drawn between these.
    public static RandomInvert of(double from, double to) {
        return new RandomInvert(FactorRange.between("RandomInvert", from, to, 0, 1));
    }

    @Override
    Tensor factor(ImageDraws draws, FactorRange range) {
        return draws.chosen(range).cast(draws.batch().dtype());
    }

    /// Factor 1 for a negative, 0 for the image.
    @Override
    Tensor adjusted(Tensor x, Tensor factor) {
        return Tensor.where(factor.greater(0.5), x.neg().add(valueRange().high()), x);
    }
}
