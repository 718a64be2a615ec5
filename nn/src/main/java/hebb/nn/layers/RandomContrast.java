package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// In training, moves the colours of each image away from their mean, or towards it.
public final class RandomContrast extends RandomColors<RandomContrast> {
    private RandomContrast(FactorRange factor) {
        super(0, factor);
    }

    /// By a factor from 1 to 1 + `factor`, as Keras 3 takes one number.
    public static RandomContrast of(double factor) {
        return new RandomContrast(FactorRange.around("RandomContrast", factor, 0, 1));
    }

    /// By a factor from 1 - `lower` to 1 + `upper`.
    public static RandomContrast of(double lower, double upper) {
        return new RandomContrast(FactorRange.between("RandomContrast", lower, upper, 0, 1));
    }

    @Override
    Tensor factor(ImageDraws draws, FactorRange range) {
        return draws.uniform("factor", 1 - range.low(), 1 + range.high());
    }

    @Override
    Tensor adjusted(Tensor x, Tensor factor) {
        var mean = x.meanKeepDims(1).meanKeepDims(2);
        return clipped(x.sub(mean).mul(factor).add(mean));
    }
}
