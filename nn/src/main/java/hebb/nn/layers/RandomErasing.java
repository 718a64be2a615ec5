package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;

/// In training, covers a box of some images with noise or one colour.
///
/// Defaults: each image with a chance that is drawn from 0 to 1; boxes of 2 to 33 percent of the
/// image; noise; colours from 0 to 255. Source: Zhong and others, arXiv 1708.04896.
public final class RandomErasing extends RandomImages<RandomErasing> {
    private FactorRange factor;
    private FactorRange scale = new FactorRange(0.02, 0.33);
    private Optional<Object> fillValue = Optional.empty();
    private FactorRange valueRange = FactorRange.BYTES;

    private RandomErasing(FactorRange factor) {
        this.factor = factor;
    }

    /// With a chance that is drawn from 0 to 1.
    public static RandomErasing of() {
        return of(1);
    }

    /// With a chance that is drawn from 0 to `factor`.
    public static RandomErasing of(double factor) {
        return new RandomErasing(FactorRange.around("RandomErasing", factor, 0, 1));
    }

    /// The share of the image that the box may have. Default: 0.02 to 0.33.
    public RandomErasing scale(double from, double to) {
        var range = FactorRange.between("RandomErasing", from, to, 0, 1);
        return with(l -> l.scale = range);
    }

    /// One colour instead of noise: a number, or one for each channel.
    public RandomErasing fillValue(double... fillValue) {
        Object value =
                fillValue.length == 1
                        ? (Object) fillValue[0]
                        : NestedNumbers.lists(Tensor.of(fillValue));
        return with(l -> l.fillValue = Optional.of(value));
    }

    /// The range of colours. Default: 0 to 255.
    public RandomErasing valueRange(double from, double to) {
        var range = FactorRange.colors("RandomErasing", from, to);
        return with(l -> l.valueRange = range);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        var wide = draws.uniform("wide", scale).sqrt().mul(x.dim(2));
        var high = draws.uniform("high", scale).sqrt().mul(x.dim(1));
        var left = draws.uniform("left", 0, 1).mul(wide.neg().add(x.dim(2)));
        var top = draws.uniform("top", 0, 1).mul(high.neg().add(x.dim(1)));
        var box = Pixels.box(x, left, top, wide, high);
        var chosen = draws.chosen(factor);
        var fill =
                fillValue
                        .map(v -> NestedNumbers.tensor(v).cast(x.dtype()))
                        .orElseGet(() -> draws.normal("noise").mul(valueRange.high()));
        var clipped = fill.clip(valueRange.low(), valueRange.high());
        return Tensor.where(box.and(chosen), clipped, x);
    }

    @Override
    public Options options() {
        return formatOption()
                .and(factor.option("RandomErasing", "factor", 0, 1, v -> factor = v))
                .and(scale.option("RandomErasing", "scale", 0, 1, v -> scale = v))
                .optional("fill_value", Object.class, fillValue, v -> fillValue = v)
                .and(valueRange.colorsOption("RandomErasing", v -> valueRange = v))
                .and(seedOption());
    }
}
