package hebb.nn.layers;

import hebb.core.tensor.Tensor;

/// In training, moves the colours of each image around the circle of hues.
public final class RandomHue extends RandomColors<RandomHue> {
    private RandomHue(FactorRange factor) {
        super(0, factor);
    }

    /// By at most half of this share of the circle, to either side.
    public static RandomHue of(double factor) {
        return new RandomHue(FactorRange.around("RandomHue", factor, 0, 1));
    }

    /// By half of a share of the circle between these, to either side.
    public static RandomHue of(double from, double to) {
        return new RandomHue(FactorRange.between("RandomHue", from, to, 0, 1));
    }

    @Override
    Tensor factor(ImageDraws draws, FactorRange range) {
        var half = draws.uniform("factor", range).mul(0.5);
        return Tensor.where(draws.uniform("side", 0, 1).greater(0.5), half.neg(), half);
    }

    @Override
    Tensor adjusted(Tensor x, Tensor factor) {
        double low = valueRange().low();
        double width = valueRange().high() - low;
        var hsv = ColorSpace.hsv(x.sub(low).div(width));
        var hue = hsv.slice(-1, 0, 1).add(factor);
        hue = Tensor.where(hue.greater(1), hue.sub(1), hue);
        hue = Tensor.where(hue.less(0), hue.add(1), hue);
        var turned = ColorSpace.rgb(Tensor.concat(-1, hue, hsv.slice(-1, 1, 3)));
        return turned.clip(0, 1).mul(width).add(low);
    }
}
