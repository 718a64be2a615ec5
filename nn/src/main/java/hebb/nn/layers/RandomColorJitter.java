package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;
import java.util.function.Consumer;

/// In training, changes brightness, contrast, saturation and hue of each image, in this order, as
/// far as it was told factors for them.
///
/// Default: colours from 0 to 255.
public final class RandomColorJitter extends RandomImages<RandomColorJitter> {
    private FactorRange valueRange = FactorRange.BYTES;
    private Optional<FactorRange> brightness = Optional.empty();
    private Optional<FactorRange> contrast = Optional.empty();
    private Optional<FactorRange> saturation = Optional.empty();
    private Optional<FactorRange> hue = Optional.empty();

    private RandomColorJitter() {}

    /// Without changes.
    public static RandomColorJitter of() {
        return new RandomColorJitter();
    }

    /// The range of colours. Default: 0 to 255.
    public RandomColorJitter valueRange(double from, double to) {
        var range = FactorRange.colors("RandomColorJitter", from, to);
        return with(l -> l.valueRange = range);
    }

    /// With the factors of a [RandomBrightness].
    public RandomColorJitter brightnessFactor(double from, double to) {
        var range = Optional.of(FactorRange.between("RandomColorJitter", from, to, -1, 1));
        return with(l -> l.brightness = range);
    }

    /// With the factors of a [RandomContrast].
    public RandomColorJitter contrastFactor(double from, double to) {
        var range = Optional.of(FactorRange.between("RandomColorJitter", from, to, 0, 1));
        return with(l -> l.contrast = range);
    }

    /// With the factors of a [RandomSaturation].
    public RandomColorJitter saturationFactor(double from, double to) {
        var range = Optional.of(FactorRange.between("RandomColorJitter", from, to, -1, 1));
        return with(l -> l.saturation = range);
    }

    /// With the factors of a [RandomHue].
    public RandomColorJitter hueFactor(double from, double to) {
        var range = Optional.of(FactorRange.between("RandomColorJitter", from, to, 0, 1));
        return with(l -> l.hue = range);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        var y = jittered(draws, x, brightness, RandomBrightness::of);
        y = jittered(draws, y, contrast, RandomContrast::of);
        y = jittered(draws, y, saturation, RandomSaturation::of);
        return jittered(draws, y, hue, RandomHue::of);
    }

    private Tensor jittered(
            ImageDraws draws, Tensor x, Optional<FactorRange> factor, LayerOfFactors layer) {
        return factor.map(f -> layer.of(f.low(), f.high()))
                .map(l -> l.valueRange(valueRange.low(), valueRange.high()).changed(draws, x))
                .orElse(x);
    }

    @FunctionalInterface
    private interface LayerOfFactors {
        RandomColors<?> of(double from, double to);
    }

    @Override
    public Options options() {
        return formatOption()
                .and(valueRange.colorsOption("RandomColorJitter", v -> valueRange = v))
                .and(option("brightness_factor", brightness, -1, v -> brightness = v))
                .and(option("contrast_factor", contrast, 0, v -> contrast = v))
                .and(option("saturation_factor", saturation, -1, v -> saturation = v))
                .and(option("hue_factor", hue, 0, v -> hue = v))
                .and(seedOption());
    }

    private static Options option(
            String name,
            Optional<FactorRange> factor,
            double least,
            Consumer<Optional<FactorRange>> assign) {
        return Options.none()
                .optional(
                        name,
                        Object.class,
                        factor.map(FactorRange::list),
                        v ->
                                assign.accept(
                                        v.map(f ->
                                                FactorRange.parse(
                                                        "RandomColorJitter", f, least, 1))));
    }
}
