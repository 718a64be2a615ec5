package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// In training, shifts the rows of each image against each other, and its columns.
public final class RandomShear extends RandomAffine<RandomShear> {
    private FactorRange xFactor;
    private FactorRange yFactor;

    private RandomShear(FactorRange xFactor, FactorRange yFactor) {
        this.xFactor = xFactor;
        this.yFactor = yFactor;
    }

    /// By at most these shares of a pixel for each row and each column, from 0 to 1, to either
    /// side.
    public static RandomShear of(double xFactor, double yFactor) {
        return new RandomShear(
                FactorRange.around("RandomShear", xFactor, -1, 1),
                FactorRange.around("RandomShear", yFactor, -1, 1));
    }

    /// By a share of a pixel between these for each row, to either side.
    public RandomShear xFactor(double from, double to) {
        var range = FactorRange.between("RandomShear", from, to, -1, 1);
        return with(l -> l.xFactor = range);
    }

    /// By a share of a pixel between these for each column, to either side.
    public RandomShear yFactor(double from, double to) {
        var range = FactorRange.between("RandomShear", from, to, -1, 1);
        return with(l -> l.yFactor = range);
    }

    @Override
    AffineMap map(ImageDraws draws, Tensor x) {
        var back = draws.uniform("side", 0, 1).greater(0.5);
        var side = Tensor.where(back, number(x, -1), number(x, 1));
        return map(x, draws.uniform("x", xFactor).mul(side), draws.uniform("y", yFactor).mul(side));
    }

    AffineMap map(Tensor x, Tensor ofX, Tensor ofY) {
        var one = number(x, 1);
        var zero = number(x, 0);
        return new AffineMap(one, ofX, zero, ofY, one, zero);
    }

    @Override
    public Options options() {
        return formatOption()
                .and(xFactor.option("RandomShear", "x_factor", -1, 1, v -> xFactor = v))
                .and(yFactor.option("RandomShear", "y_factor", -1, 1, v -> yFactor = v))
                .and(moveOptions());
    }
}
