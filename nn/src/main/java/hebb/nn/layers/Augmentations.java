package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.data.image.Interpolation;
import java.util.ArrayList;
import java.util.List;

/// The changes that [AugMix] and [RandAugment] choose from, all of one strength.
///
/// @param factor how strong they are, from 0 to 1
/// @param colors the range of colours
record Augmentations(FactorRange factor, FactorRange colors, Interpolation interpolation) {
    private static final int BITS = 8;

    /// What is done to a batch of images.
    @FunctionalInterface
    interface Change {
        Tensor of(ImageDraws draws, Tensor x);
    }

    /// One of some changes, or none of them if `choice` is the number of no change.
    static Tensor chosen(List<Change> changes, Tensor choice, ImageDraws draws, Tensor x) {
        var y = x;
        for (int i = 0; i < changes.size(); i++) {
            y = Tensor.where(choice.equal(i), changes.get(i).of(draws, x), y);
        }
        return y;
    }

    /// Those of places and of all colours at once.
    List<Change> basic() {
        double low = factor.low();
        double high = factor.high();
        int bits = Math.max(1, (int) (BITS * high));
        return List.of(
                RandomShear.of(0, 0)
                                .xFactor(low, high)
                                .yFactor(low, high)
                                .interpolation(interpolation)
                        ::changed,
                RandomTranslation.of(0, 0)
                                .heightFactor(low, high)
                                .widthFactor(low, high)
                                .interpolation(interpolation)
                        ::changed,
                RandomRotation.of(low, high).interpolation(interpolation)::changed,
                RandomPosterization.of(bits).valueRange(colors.low(), colors.high())::changed,
                Solarization.of()
                                .additionFactor(low, high)
                                .thresholdFactor(low, high)
                                .valueRange(colors.low(), colors.high())
                        ::changed,
                (_, x) -> AutoContrast.of().valueRange(colors.low(), colors.high()).stretched(x),
                (_, x) -> Equalization.of().valueRange(colors.low(), colors.high()).equalized(x));
    }

    /// These and those of colours one by one.
    List<Change> all() {
        double low = factor.low();
        double high = factor.high();
        var all = new ArrayList<>(basic());
        for (RandomColors<?> layer :
                List.of(
                        RandomBrightness.of(low, high),
                        RandomColorDegeneration.of(low, high),
                        RandomContrast.of(low, high),
                        RandomSharpness.of(low, high))) {
            all.add(layer.valueRange(colors.low(), colors.high())::changed);
        }
        return all;
    }
}
