package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// In training, changes the colours of each image by a random factor. Default: colours go from 0 to
/// 255.
///
/// @param <S> the class itself
public abstract sealed class RandomColors<S extends RandomColors<S>> extends RandomImages<S>
        permits RandomBrightness,
                RandomColorDegeneration,
                RandomContrast,
                RandomHue,
                RandomInvert,
                RandomSaturation,
                RandomSharpness {
    private final double least;
    private FactorRange factor;
    private FactorRange valueRange = FactorRange.BYTES;

    RandomColors(double least, FactorRange factor) {
        this.least = least;
        this.factor = factor;
    }

    /// The range of colours. Default: 0 to 255.
    public final S valueRange(double from, double to) {
        var range = FactorRange.colors(className(), from, to);
        return with(l -> own(l).valueRange = range);
    }

    private RandomColors<S> own(S layer) {
        return layer;
    }

    @Override
    final Tensor changed(ImageDraws draws, Tensor x) {
        return adjusted(x, factor(draws, factor));
    }

    /// The factor of each image; drawn from the range unless a layer says otherwise.
    Tensor factor(ImageDraws draws, FactorRange range) {
        return draws.uniform("factor", range);
    }

    /// Images changed by factors (batch, 1, 1, 1).
    abstract Tensor adjusted(Tensor x, Tensor factor);

    final FactorRange valueRange() {
        return valueRange;
    }

    final Tensor clipped(Tensor x) {
        return x.clip(valueRange.low(), valueRange.high());
    }

    @Override
    public final Options options() {
        return formatOption()
                .and(factor.option(className(), "factor", least, 1, v -> factor = v))
                .and(valueRange.colorsOption(className(), v -> valueRange = v))
                .and(seedOption());
    }
}
