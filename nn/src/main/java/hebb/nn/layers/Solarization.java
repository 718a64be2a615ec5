package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// In training, adds to each image, and turns what then is above a threshold into its negative.
///
/// Defaults: nothing is added, threshold 0, colours from 0 to 255.
public final class Solarization extends RandomImages<Solarization> {
    private static final double WHITE = 255;

    private FactorRange additionFactor = new FactorRange(0, 0);
    private FactorRange thresholdFactor = new FactorRange(0, 0);
    private FactorRange valueRange = new FactorRange(0, WHITE);

    private Solarization() {}

    /// Of all colours.
    public static Solarization of() {
        return new Solarization();
    }

    /// The share of 255 that is added at most, from 0 to 1.
    public Solarization additionFactor(double factor) {
        var range = FactorRange.between("Solarization", 0, factor, 0, 1);
        return with(l -> l.additionFactor = range);
    }

    /// The share of 255 that the threshold is at most, from 0 to 1.
    public Solarization thresholdFactor(double factor) {
        var range = FactorRange.between("Solarization", 0, factor, 0, 1);
        return with(l -> l.thresholdFactor = range);
    }

    /// The range of colours. Default: 0 to 255.
    public Solarization valueRange(double from, double to) {
        return with(l -> l.valueRange = new FactorRange(from, to));
    }

    @Override
    Tensor changed(Draws draws, Tensor x) {
        var additions =
                draws.uniform("addition", additionFactor.low(), additionFactor.high() * WHITE);
        var thresholds =
                draws.uniform("threshold", thresholdFactor.low(), thresholdFactor.high() * WHITE);
        return solarized(x, additions, thresholds);
    }

    Tensor solarized(Tensor x, Tensor additions, Tensor thresholds) {
        double width = valueRange.high() - valueRange.low();
        var bytes = x.sub(valueRange.low()).mul(WHITE / width).add(additions).clip(0, WHITE);
        var turned = Tensor.where(bytes.less(thresholds), bytes, bytes.neg().add(WHITE));
        return turned.mul(width / WHITE).add(valueRange.low());
    }

    @Override
    public Options options() {
        return formatOption()
                .and(
                        "value_range",
                        Object.class,
                        valueRange.list(),
                        v ->
                                valueRange =
                                        FactorRange.parse(
                                                "Solarization",
                                                v,
                                                -Double.MAX_VALUE,
                                                Double.MAX_VALUE))
                .and(
                        "addition_factor",
                        Object.class,
                        additionFactor.list(),
                        v -> additionFactor = parse(v))
                .and(
                        "threshold_factor",
                        Object.class,
                        thresholdFactor.list(),
                        v -> thresholdFactor = parse(v))
                .and(seedOption());
    }

    private static FactorRange parse(Object value) {
        return FactorRange.parse("Solarization", value, 0, 1);
    }
}
