package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// In training, adds to each image, and turns what then is above a threshold into its negative.
///
/// Defaults: nothing is added, threshold 0, colours from 0 to 255.
public final class Solarization extends RandomImages<Solarization> {
    private FactorRange additionFactor = new FactorRange(0, 0);
    private FactorRange thresholdFactor = new FactorRange(0, 0);
    private FactorRange valueRange = FactorRange.BYTES;

    private Solarization() {}

    /// Of all colours.
    public static Solarization of() {
        return new Solarization();
    }

    /// The share of 255 that is added at most, from 0 to 1.
    public Solarization additionFactor(double factor) {
        return additionFactor(0, factor);
    }

    /// The share of 255 that is added, between these.
    public Solarization additionFactor(double from, double to) {
        var range = FactorRange.between("Solarization", from, to, 0, 1);
        return with(l -> l.additionFactor = range);
    }

    /// The share of 255 that the threshold is at most, from 0 to 1.
    public Solarization thresholdFactor(double factor) {
        return thresholdFactor(0, factor);
    }

    /// The share of 255 that the threshold is, between these.
    public Solarization thresholdFactor(double from, double to) {
        var range = FactorRange.between("Solarization", from, to, 0, 1);
        return with(l -> l.thresholdFactor = range);
    }

    /// The range of colours. Default: 0 to 255.
    public Solarization valueRange(double from, double to) {
        var range = FactorRange.colors("Solarization", from, to);
        return with(l -> l.valueRange = range);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        double white = FactorRange.BYTES.high();
        var additions =
                draws.uniform("addition", additionFactor.low(), additionFactor.high() * white);
        var thresholds =
                draws.uniform("threshold", thresholdFactor.low(), thresholdFactor.high() * white);
        return solarized(x, additions, thresholds);
    }

    Tensor solarized(Tensor x, Tensor additions, Tensor thresholds) {
        double white = FactorRange.BYTES.high();
        var bytes = ColorSpace.bytes(x, valueRange).add(additions).clip(0, white);
        var turned = Tensor.where(bytes.less(thresholds), bytes, bytes.neg().add(white));
        return ColorSpace.ofBytes(turned, valueRange);
    }

    @Override
    public Options options() {
        return formatOption()
                .and(valueRange.colorsOption("Solarization", v -> valueRange = v))
                .and(
                        additionFactor.option(
                                "Solarization", "addition_factor", 0, 1, v -> additionFactor = v))
                .and(
                        thresholdFactor.option(
                                "Solarization", "threshold_factor", 0, 1, v -> thresholdFactor = v))
                .and(seedOption());
    }
}
