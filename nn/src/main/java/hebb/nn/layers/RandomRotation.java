package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// In training, turns each image around its middle.
public final class RandomRotation extends RandomAffine<RandomRotation> {
    private FactorRange factor;

    private RandomRotation(FactorRange factor) {
        this.factor = factor;
    }

    /// By at most this share of a full turn, to either side.
    public static RandomRotation of(double factor) {
        return new RandomRotation(FactorRange.around("RandomRotation", factor, -1, 1));
    }

    /// By a share of a full turn between these.
    public static RandomRotation of(double from, double to) {
        return new RandomRotation(FactorRange.between("RandomRotation", from, to, -1, 1));
    }

    @Override
    AffineMap map(ImageDraws draws, Tensor x) {
        return map(x, draws.uniform("angle", factor).mul(2 * Math.PI));
    }

    AffineMap map(Tensor x, Tensor angle) {
        double middleX = 0.5 * (x.dim(2) - 1);
        double middleY = 0.5 * (x.dim(1) - 1);
        var cos = angle.cos();
        var sin = angle.sin();
        var toX = cos.mul(-middleX).add(sin.mul(middleY)).add(middleX);
        var toY = sin.mul(-middleX).sub(cos.mul(middleY)).add(middleY);
        return new AffineMap(cos, sin.neg(), toX, sin, cos, toY);
    }

    @Override
    public Options options() {
        return formatOption()
                .and(factor.option("RandomRotation", "factor", -1, 1, v -> factor = v))
                .and(fillModeOption())
                .and(fillValueOption())
                .and(interpolationOption())
                .and(seedOption());
    }
}
