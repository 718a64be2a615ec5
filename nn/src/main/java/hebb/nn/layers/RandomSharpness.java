package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import java.util.List;

/// In training, mixes each image with a blurred one: sharper above 0.5, softer below.
public final class RandomSharpness extends RandomColors<RandomSharpness> {
    private RandomSharpness(FactorRange factor) {
        super(0, factor);
    }

    /// With a factor from 0 to this.
    public static RandomSharpness of(double factor) {
        return new RandomSharpness(FactorRange.around("RandomSharpness", factor, 0, 1));
    }

    /// With a factor between these.
    public static RandomSharpness of(double from, double to) {
        return new RandomSharpness(FactorRange.between("RandomSharpness", from, to, 0, 1));
    }

    @Override
    Tensor adjusted(Tensor x, Tensor factor) {
        var blurred = blurred(x);
        return clipped(x.add(factor.mul(-2).add(1).mul(blurred.sub(x))));
    }

    /// Each pixel as the mean of 13 parts: 5 of it, one of each neighbour.
    private static Tensor blurred(Tensor x) {
        var border = List.of(0, 1, 1, 0);
        var padded = x.pad(border, border, 0);
        var sum = x.mul(4);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                sum = sum.add(ImageShape.part(padded, row, column, x.dim(1), x.dim(2)));
            }
        }
        return sum.div(13);
    }
}
