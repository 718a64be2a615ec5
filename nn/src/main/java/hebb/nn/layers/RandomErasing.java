package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
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
    private FactorRange valueRange = new FactorRange(0, 255);

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
        return with(l -> l.valueRange = new FactorRange(from, to));
    }

    @Override
    Tensor changed(Draws draws, Tensor x) {
        var wide = draws.uniform("wide", scale).sqrt().mul(x.dim(2));
        var high = draws.uniform("high", scale).sqrt().mul(x.dim(1));
        var left = draws.uniform("left", 0, 1).mul(wide.neg().add(x.dim(2)));
        var top = draws.uniform("top", 0, 1).mul(high.neg().add(x.dim(1)));
        var column = Tensor.iota(new Spec(Shape.of(1, 1, x.dim(2), 1), x.dtype()), 2);
        var row = Tensor.iota(new Spec(Shape.of(1, x.dim(1), 1, 1), x.dtype()), 1);
        var box =
                column.greaterEqual(left)
                        .and(column.less(left.add(wide)))
                        .and(row.greaterEqual(top))
                        .and(row.less(top.add(high)));
        var chance = draws.uniform("factor", factor);
        var chosen = draws.uniform("threshold", 0, 1).less(chance);
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
                .and("factor", Object.class, factor.list(), v -> factor = parse(v, 1))
                .and("scale", Object.class, scale.list(), v -> scale = parse(v, 1))
                .optional("fill_value", Object.class, fillValue, v -> fillValue = v)
                .and(
                        "value_range",
                        Object.class,
                        valueRange.list(),
                        v -> valueRange = parse(v, Double.MAX_VALUE))
                .and(seedOption());
    }

    private static FactorRange parse(Object value, double most) {
        return FactorRange.parse("RandomErasing", value, most == 1 ? 0 : -most, most);
    }
}
