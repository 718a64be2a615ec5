package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;

/// In training, makes each image larger or smaller around its middle.
///
/// A factor above 0 shows more, so that things become smaller; one below 0 less. Default: the same
/// factor for height and width.
public final class RandomZoom extends RandomAffine<RandomZoom> {
    private FactorRange heightFactor;
    private Optional<FactorRange> widthFactor = Optional.empty();

    private RandomZoom(FactorRange heightFactor) {
        this.heightFactor = heightFactor;
    }

    /// By at most this factor, from 0 to 1.
    public static RandomZoom of(double heightFactor) {
        return new RandomZoom(FactorRange.around("RandomZoom", heightFactor, -1, 1));
    }

    /// By a factor between these.
    public static RandomZoom of(double from, double to) {
        return new RandomZoom(FactorRange.between("RandomZoom", from, to, -1, 1));
    }

    /// With a factor of its own for the width. Default: that of the height.
    public RandomZoom widthFactor(double from, double to) {
        var range = FactorRange.between("RandomZoom", from, to, -1, 1);
        return with(l -> l.widthFactor = Optional.of(range));
    }

    @Override
    AffineMap map(ImageDraws draws, Tensor x) {
        var high = draws.uniform("height", heightFactor).add(1);
        return map(x, high, widthFactor.map(f -> draws.uniform("width", f).add(1)).orElse(high));
    }

    AffineMap map(Tensor x, Tensor high, Tensor wide) {
        var zero = number(x, 0);
        var toX = wide.neg().add(1).mul((x.dim(2) - 1) / 2.0);
        var toY = high.neg().add(1).mul((x.dim(1) - 1) / 2.0);
        return new AffineMap(wide, zero, toX, zero, high, toY);
    }

    @Override
    public Options options() {
        return formatOption()
                .and(
                        "height_factor",
                        Object.class,
                        heightFactor.list(),
                        v -> heightFactor = parse(v))
                .optional(
                        "width_factor",
                        Object.class,
                        widthFactor.map(FactorRange::list),
                        v -> widthFactor = v.map(RandomZoom::parse))
                .and(moveOptions());
    }

    private static FactorRange parse(Object value) {
        return FactorRange.parse("RandomZoom", value, -1, 1);
    }
}
