package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// In training, mixes each image with its grey one.
public final class RandomColorDegeneration extends RandomColors<RandomColorDegeneration> {
    private RandomColorDegeneration(FactorRange factor) {
        super(-1, factor);
    }

    /// With at most this share of grey; where it is negative, colours become stronger.
    public static RandomColorDegeneration of(double factor) {
        return new RandomColorDegeneration(
                FactorRange.around("RandomColorDegeneration", factor, -1, 1));
    }

    /// With a share of grey between these.
    public static RandomColorDegeneration of(double from, double to) {
        return new RandomColorDegeneration(
                FactorRange.between("RandomColorDegeneration", from, to, -1, 1));
    }

    @Override
    Tensor adjusted(Tensor x, Tensor factor) {
        return clipped(x.add(factor.mul(ColorSpace.grey(x).sub(x))));
    }
}
