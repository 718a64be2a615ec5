package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.data.image.Interpolation;
import hebb.nn.Options;

/// In training, moves the pixels of each image along straight lines.
///
/// Defaults: what lies outside is REFLECT, `fill_value` 0 for CONSTANT, BILINEAR.
///
/// @param <S> the class itself
public abstract sealed class RandomAffine<S extends RandomAffine<S>> extends RandomImages<S>
        permits RandomRotation, RandomShear, RandomTranslation, RandomZoom {
    private FillMode fillMode = FillMode.REFLECT;
    private Interpolation interpolation = Interpolation.BILINEAR;
    private double fillValue;

    RandomAffine() {}

    /// What lies outside of the image: anything but MIRROR. Default: REFLECT.
    public final S fillMode(FillMode fillMode) {
        if (fillMode == FillMode.MIRROR) {
            throw HebbException.of(className(), "images cannot be filled so")
                    .received(fillMode)
                    .expected("constant, nearest, wrap or reflect");
        }
        return with(l -> own(l).fillMode = fillMode);
    }

    /// NEAREST or BILINEAR. Default: BILINEAR.
    public final S interpolation(Interpolation interpolation) {
        var checked = Pixels.requireMovable(className(), interpolation);
        return with(l -> own(l).interpolation = checked);
    }

    /// The colour outside of the image, for CONSTANT. Default: 0.
    public final S fillValue(double fillValue) {
        return with(l -> own(l).fillValue = fillValue);
    }

    private RandomAffine<S> own(S layer) {
        return layer;
    }

    @Override
    final Tensor changed(ImageDraws draws, Tensor x) {
        return moved(x, map(draws, x));
    }

    final Tensor moved(Tensor x, AffineMap map) {
        return map.of(x, interpolation == Interpolation.BILINEAR, fillMode, fillValue);
    }

    /// Where pixels are taken from.
    abstract AffineMap map(ImageDraws draws, Tensor x);

    final Tensor number(Tensor x, double value) {
        return Tensor.scalar(value, x.dtype());
    }

    final Options fillModeOption() {
        return Options.of("fill_mode", FillMode.class, fillMode, v -> fillMode = v);
    }

    final Options fillValueOption() {
        return Options.of("fill_value", double.class, fillValue, v -> fillValue = v);
    }

    final Options interpolationOption() {
        return Options.of(
                "interpolation", Interpolation.class, interpolation, v -> interpolation = v);
    }

    /// In the order that most of them have.
    final Options moveOptions() {
        return fillModeOption().and(interpolationOption()).and(seedOption()).and(fillValueOption());
    }
}
