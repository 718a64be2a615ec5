package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.data.image.Interpolation;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// In training, changes images by a few changes one after the other; which ones is drawn once for
/// all images of a batch.
///
/// Defaults: colours from 0 to 255; 2 changes, of a strength from 0 to 0.5; BILINEAR. All changes
/// are computed, and the chosen ones taken. Source: Cubuk and others, arXiv 1909.13719.
public final class RandAugment extends RandomImages<RandAugment> {
    private FactorRange valueRange = FactorRange.BYTES;
    private int numOps = 2;
    private FactorRange factor = new FactorRange(0, 0.5);
    private Interpolation interpolation = Interpolation.BILINEAR;

    private RandAugment() {}

    /// With all defaults.
    public static RandAugment of() {
        return new RandAugment();
    }

    /// The range of colours. Default: 0 to 255.
    public RandAugment valueRange(double from, double to) {
        var range = FactorRange.colors("RandAugment", from, to);
        return with(l -> l.valueRange = range);
    }

    /// The number of changes. Default: 2.
    public RandAugment numOps(int numOps) {
        int checked = Require.positive("RandAugment", "num_ops", numOps);
        return with(l -> l.numOps = checked);
    }

    /// The strength of changes, from 0 to 1. Default: 0 to 0.5.
    public RandAugment factor(double from, double to) {
        var range = FactorRange.between("RandAugment", from, to, 0, 1);
        return with(l -> l.factor = range);
    }

    /// NEAREST or BILINEAR. Default: BILINEAR.
    public RandAugment interpolation(Interpolation interpolation) {
        var checked = Pixels.requireMovable("RandAugment", interpolation);
        return with(l -> l.interpolation = checked);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        var changes = new Augmentations(factor, valueRange, interpolation).all();
        var y = x;
        for (int i = 0; i < numOps; i++) {
            y = Augmentations.chosen(changes, draws.oneOf("change", changes.size()), draws, y);
        }
        return y;
    }

    @Override
    public Options options() {
        return formatOption()
                .and(valueRange.colorsOption("RandAugment", v -> valueRange = v))
                .and("num_ops", int.class, numOps, v -> numOps = v)
                .and(factor.option("RandAugment", "factor", 0, 1, v -> factor = v))
                .and("interpolation", Interpolation.class, interpolation, v -> interpolation = v)
                .and(seedOption());
    }
}
