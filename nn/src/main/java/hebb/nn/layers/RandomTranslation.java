package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// In training, moves each image by a random share of its height and width.
public final class RandomTranslation extends RandomAffine<RandomTranslation> {
    private FactorRange heightFactor;
    private FactorRange widthFactor;

    private RandomTranslation(FactorRange heightFactor, FactorRange widthFactor) {
        this.heightFactor = heightFactor;
        this.widthFactor = widthFactor;
    }

    /// Up or down, left or right by at most these shares, from 0 to 1.
    public static RandomTranslation of(double heightFactor, double widthFactor) {
        return new RandomTranslation(around(heightFactor), around(widthFactor));
    }

    private static FactorRange around(double factor) {
        return FactorRange.around("RandomTranslation", factor, -1, 1);
    }

    /// Down by a share between these; up where it is negative.
    public RandomTranslation heightFactor(double from, double to) {
        var range = FactorRange.between("RandomTranslation", from, to, -1, 1);
        return with(l -> l.heightFactor = range);
    }

    /// To the right by a share between these; to the left where it is negative.
    public RandomTranslation widthFactor(double from, double to) {
        var range = FactorRange.between("RandomTranslation", from, to, -1, 1);
        return with(l -> l.widthFactor = range);
    }

    @Override
    AffineMap map(ImageDraws draws, Tensor x) {
        var down = draws.uniform("height", heightFactor).mul(x.dim(1));
        var right = draws.uniform("width", widthFactor).mul(x.dim(2));
        return map(x, down, right);
    }

    AffineMap map(Tensor x, Tensor down, Tensor right) {
        var one = number(x, 1);
        var zero = number(x, 0);
        return new AffineMap(one, zero, right.neg(), zero, one, down.neg());
    }

    @Override
    public Options options() {
        return formatOption()
                .and(
                        heightFactor.option(
                                "RandomTranslation", "height_factor", -1, 1, v -> heightFactor = v))
                .and(
                        widthFactor.option(
                                "RandomTranslation", "width_factor", -1, 1, v -> widthFactor = v))
                .and(moveOptions());
    }
}
