package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// In training, turns some images grey; they keep their three channels.
public final class RandomGrayscale extends RandomImages<RandomGrayscale> {
    private double factor;

    private RandomGrayscale(double factor) {
        this.factor = Require.fraction("RandomGrayscale", "factor", factor);
    }

    /// Each image with a chance of one half.
    public static RandomGrayscale of() {
        return of(0.5);
    }

    /// Each image with this chance.
    public static RandomGrayscale of(double factor) {
        return new RandomGrayscale(factor);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        return greyed(x, draws.uniform("factor", 0, 1).less(factor));
    }

    Tensor greyed(Tensor x, Tensor chosen) {
        return Tensor.where(chosen, ColorSpace.grey(x), x);
    }

    @Override
    public Options options() {
        return formatOption().and("factor", double.class, factor, v -> factor = v);
    }
}
