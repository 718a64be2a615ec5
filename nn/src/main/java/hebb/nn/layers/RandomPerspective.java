package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.data.image.Interpolation;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// In training, tilts some images in space: moves their corners, but for the upper left one.
///
/// Defaults: each image with a chance that is drawn from 0 to 1; corners by at most half of the
/// image's size; BILINEAR; 0 outside of the image.
public final class RandomPerspective extends RandomImages<RandomPerspective> {
    private FactorRange factor;
    private double scale = 1;
    private Interpolation interpolation = Interpolation.BILINEAR;
    private double fillValue;

    private RandomPerspective(FactorRange factor) {
        this.factor = factor;
    }

    /// With a chance that is drawn from 0 to 1.
    public static RandomPerspective of() {
        return of(1);
    }

    /// With a chance that is drawn from 0 to `factor`.
    public static RandomPerspective of(double factor) {
        return new RandomPerspective(FactorRange.around("RandomPerspective", factor, 0, 1));
    }

    /// With a chance that is drawn between these.
    public static RandomPerspective of(double from, double to) {
        return new RandomPerspective(FactorRange.between("RandomPerspective", from, to, 0, 1));
    }

    /// The share of half the image's size that corners move by at most, from 0 to 1. Default: 1.
    public RandomPerspective scale(double scale) {
        double checked = Require.fraction("RandomPerspective", "scale", scale);
        return with(l -> l.scale = checked);
    }

    /// NEAREST or BILINEAR. Default: BILINEAR.
    public RandomPerspective interpolation(Interpolation interpolation) {
        var checked = Pixels.requireMovable("RandomPerspective", interpolation);
        return with(l -> l.interpolation = checked);
    }

    /// The colour outside of the image. Default: 0.
    public RandomPerspective fillValue(double fillValue) {
        return with(l -> l.fillValue = fillValue);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        var tilted =
                tilted(
                        x,
                        stretch(draws, "right"),
                        stretch(draws, "bottom"),
                        stretch(draws, "corner_right"),
                        stretch(draws, "corner_bottom"));
        return Tensor.where(draws.chosen(factor), tilted, x);
    }

    private Tensor stretch(ImageDraws draws, String corner) {
        return draws.uniform(corner, 1 - 0.5 * scale, 1 + 0.5 * scale);
    }

    /// With the upper right corner at `right` times its distance, the lower left one at `bottom`,
    /// and the one across at these two; each (batch, 1, 1, 1).
    Tensor tilted(Tensor x, Tensor right, Tensor bottom, Tensor cornerRight, Tensor cornerBottom) {
        var alongX = cornerRight.div(right);
        var alongY = cornerBottom.div(bottom);
        var depth = alongX.add(alongY).sub(1);
        var column = Pixels.columns(x).div(cornerRight);
        var row = Pixels.rows(x).div(cornerBottom);
        var farX = column.mul(alongY.neg().add(1)).div(Math.max(x.dim(2) - 1, 1));
        var farY = row.mul(alongX.neg().add(1)).div(Math.max(x.dim(1) - 1, 1));
        var nearness = depth.div(farX.add(farY).neg().add(1));
        return new Pixels(x, interpolation == Interpolation.BILINEAR, FillMode.CONSTANT, fillValue)
                .at(column.mul(nearness), row.mul(nearness));
    }

    @Override
    public Options options() {
        return formatOption()
                .and(factor.option("RandomPerspective", "factor", 0, 1, v -> factor = v))
                .and("scale", double.class, scale, v -> scale = v)
                .and("interpolation", Interpolation.class, interpolation, v -> interpolation = v)
                .and("fill_value", double.class, fillValue, v -> fillValue = v)
                .and(seedOption());
    }
}
