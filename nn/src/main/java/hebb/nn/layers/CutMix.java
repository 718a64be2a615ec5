package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// In training, pastes a box of another image of its batch into each image, and mixes their labels
/// by the area.
///
/// Default: areas of the beta distribution whose parameters are both drawn from 0 to 1. Source: Yun
/// and others, arXiv 1905.04899.
public final class CutMix extends MixedImages<CutMix> {
    private static final double SMALLEST = 1e-6;

    private FactorRange factor;

    private CutMix(FactorRange factor) {
        this.factor = factor;
    }

    /// With a parameter from 0 to 1.
    public static CutMix of() {
        return of(1);
    }

    /// With a parameter from 0 to `factor`.
    public static CutMix of(double factor) {
        return new CutMix(FactorRange.around("CutMix", factor, 0, 1));
    }

    /// With a parameter between these.
    public static CutMix of(double from, double to) {
        return new CutMix(FactorRange.between("CutMix", from, to, 0, 1));
    }

    @Override
    Mixture mixed(ImageDraws draws, Tensor x, Tensor order) {
        var alpha = draws.one("alpha", factor.low(), factor.high()).add(SMALLEST);
        var kept = draws.beta("area", Shape.of(x.dim(0), 1, 1, 1), alpha);
        var side = kept.neg().add(1).sqrt();
        var wide = side.mul(x.dim(2));
        var high = side.mul(x.dim(1));
        var left = draws.uniform("left", 0, 1).mul(wide.neg().add(x.dim(2)));
        var top = draws.uniform("top", 0, 1).mul(high.neg().add(x.dim(1)));
        return mixed(x, order, new Box(left, top, wide, high));
    }

    /// A box in each image, all of shape (batch, 1, 1, 1), in pixels.
    record Box(Tensor left, Tensor top, Tensor wide, Tensor high) {}

    Mixture mixed(Tensor x, Tensor order, Box box) {
        var inside = Pixels.box(x, box.left(), box.top(), box.wide(), box.high());
        var area = box.wide().mul(box.high()).div((double) x.dim(1) * x.dim(2));
        return new Mixture(
                Tensor.where(inside, x.take(order, 0), x), area.neg().add(1).reshape(-1, 1));
    }

    @Override
    public Options options() {
        return formatOption()
                .and(factor.option("CutMix", "factor", 0, 1, v -> factor = v))
                .and(seedOption());
    }
}
