package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.List;

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
    private FactorRange valueRange = new FactorRange(0, 255);

    RandomColors(double least, FactorRange factor) {
        this.least = least;
        this.factor = factor;
    }

    /// The range of colours. Default: 0 to 255.
    public final S valueRange(double from, double to) {
        if (!(from < to)) {
            throw HebbException.of(className(), "value_range is no range")
                    .received(List.of(from, to))
                    .expected("two numbers, the larger one behind");
        }
        return with(l -> own(l).valueRange = new FactorRange(from, to));
    }

    private RandomColors<S> own(S layer) {
        return layer;
    }

    @Override
    final Tensor changed(Draws draws, Tensor x) {
        return adjusted(x, factor(draws, factor));
    }

    /// The factor of each image; drawn from the range unless a layer says otherwise.
    Tensor factor(Draws draws, FactorRange range) {
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
                .and(
                        "factor",
                        Object.class,
                        factor.list(),
                        v -> factor = FactorRange.parse(className(), v, least, 1))
                .and(
                        "value_range",
                        Object.class,
                        valueRange.list(),
                        v ->
                                valueRange =
                                        FactorRange.parse(
                                                className(),
                                                v,
                                                -Double.MAX_VALUE,
                                                Double.MAX_VALUE))
                .and(seedOption());
    }
}
