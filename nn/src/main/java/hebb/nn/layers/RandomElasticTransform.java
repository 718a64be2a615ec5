package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.data.image.Interpolation;
import hebb.nn.Options;

/// In training, distorts some images as if they were printed on rubber: moves each pixel by random
/// numbers that differ little between neighbours.
///
/// As in Keras, a pixel moves as far down as it moves to the right. Defaults: each image with a
/// chance that is drawn from 0 to 1; a strength from 0 to 1; BILINEAR; what lies outside is
/// REFLECT, `fill_value` 0 for CONSTANT; colours from 0 to 255.
public final class RandomElasticTransform extends RandomImages<RandomElasticTransform> {
    private static final double DISTANCE = 0.1;
    private static final double SMOOTHNESS = 0.05;
    private static final int DEVIATIONS = 3;

    private FactorRange factor;
    private FactorRange scale = new FactorRange(0, 1);
    private Interpolation interpolation = Interpolation.BILINEAR;
    private FillMode fillMode = FillMode.REFLECT;
    private double fillValue;
    private FactorRange valueRange = FactorRange.BYTES;

    private RandomElasticTransform(FactorRange factor) {
        this.factor = factor;
    }

    /// With a chance that is drawn from 0 to 1.
    public static RandomElasticTransform of() {
        return of(1);
    }

    /// With a chance that is drawn from 0 to `factor`.
    public static RandomElasticTransform of(double factor) {
        return new RandomElasticTransform(
                FactorRange.around("RandomElasticTransform", factor, 0, 1));
    }

    /// With a chance that is drawn between these.
    public static RandomElasticTransform of(double from, double to) {
        return new RandomElasticTransform(
                FactorRange.between("RandomElasticTransform", from, to, 0, 1));
    }

    /// The strength of the distortion, from 0 to 1: one for all images of a batch. Default: 0 to 1.
    public RandomElasticTransform scale(double from, double to) {
        var range = FactorRange.between("RandomElasticTransform", from, to, 0, 1);
        return with(l -> l.scale = range);
    }

    /// NEAREST or BILINEAR. Default: BILINEAR.
    public RandomElasticTransform interpolation(Interpolation interpolation) {
        var checked = Pixels.requireMovable("RandomElasticTransform", interpolation);
        return with(l -> l.interpolation = checked);
    }

    /// What lies outside of the image. Default: REFLECT.
    public RandomElasticTransform fillMode(FillMode fillMode) {
        return with(l -> l.fillMode = fillMode);
    }

    /// The colour outside of the image, for CONSTANT. Default: 0.
    public RandomElasticTransform fillValue(double fillValue) {
        return with(l -> l.fillValue = fillValue);
    }

    /// The range of colours. Default: 0 to 255.
    public RandomElasticTransform valueRange(double from, double to) {
        var range = FactorRange.colors("RandomElasticTransform", from, to);
        return with(l -> l.valueRange = range);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        if (scale.high() == 0 || factor.high() == 0) {
            return x;
        }
        var strength = draws.one("scale", scale.low(), scale.high());
        var noise = draws.normal("distance", Shape.of(x.dim(0), x.dim(1), x.dim(2), 1));
        var y = Tensor.where(draws.chosen(factor), distorted(x, strength, noise), x);
        return y.clip(valueRange.low(), valueRange.high());
    }

    /// Moved by normal numbers `(batch, height, width, 1)`.
    Tensor distorted(Tensor x, Tensor strength, Tensor noise) {
        double smooth = SMOOTHNESS * Math.min(x.dim(1), x.dim(2));
        var sigma = strength.mul(smooth);
        var furthest = sigma.floor().mul(DEVIATIONS);
        int reach = DEVIATIONS * (int) (smooth * scale.high());
        var weights = GaussianBlur.weights(sigma, reach, furthest);
        var distance = strength.mul(DISTANCE * Math.max(x.dim(1), x.dim(2)));
        var moved = GaussianBlur.of(noise.mul(sigma), weights, weights).mul(distance);
        boolean isSmooth = interpolation == Interpolation.BILINEAR;
        return new Pixels(x, isSmooth, fillMode, fillValue)
                .at(Pixels.columns(x).add(moved), Pixels.rows(x).add(moved));
    }

    @Override
    public Options options() {
        return formatOption()
                .and(factor.option("RandomElasticTransform", "factor", 0, 1, v -> factor = v))
                .and(scale.option("RandomElasticTransform", "scale", 0, 1, v -> scale = v))
                .and("interpolation", Interpolation.class, interpolation, v -> interpolation = v)
                .and("fill_mode", FillMode.class, fillMode, v -> fillMode = v)
                .and("fill_value", double.class, fillValue, v -> fillValue = v)
                .and(valueRange.colorsOption("RandomElasticTransform", v -> valueRange = v))
                .and(seedOption());
    }
}
