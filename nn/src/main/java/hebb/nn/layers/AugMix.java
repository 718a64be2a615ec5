package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.data.image.Interpolation;
import hebb.nn.Options;
import hebb.nn.check.Require;
import java.util.stream.IntStream;

/// In training, mixes each image with what several chains of random changes make of it; which
/// changes is drawn once for all images of a batch.
///
/// Defaults: colours from 0 to 255; 3 chains of at most 3 changes, of a strength from 0 to 0.3;
/// alpha 1; all changes; BILINEAR. All changes are computed, and the chosen ones taken. Source:
/// Hendrycks and others, arXiv 1912.02781.
public final class AugMix extends RandomImages<AugMix> {
    private FactorRange valueRange = FactorRange.BYTES;
    private int numChains = 3;
    private int chainDepth = 3;
    private FactorRange factor = new FactorRange(0, 0.3);
    private double alpha = 1;
    private boolean allOps = true;
    private Interpolation interpolation = Interpolation.BILINEAR;

    private AugMix() {}

    /// With all defaults.
    public static AugMix of() {
        return new AugMix();
    }

    /// The range of colours. Default: 0 to 255.
    public AugMix valueRange(double from, double to) {
        var range = FactorRange.colors("AugMix", from, to);
        return with(l -> l.valueRange = range);
    }

    /// How many chains are mixed. Default: 3.
    public AugMix numChains(int numChains) {
        int checked = Require.positive("AugMix", "num_chains", numChains);
        return with(l -> l.numChains = checked);
    }

    /// How many changes a chain has at most. Default: 3.
    public AugMix chainDepth(int chainDepth) {
        int checked = Require.positive("AugMix", "chain_depth", chainDepth);
        return with(l -> l.chainDepth = checked);
    }

    /// The strength of changes, from 0 to 1. Default: 0 to 0.3.
    public AugMix factor(double from, double to) {
        var range = FactorRange.between("AugMix", from, to, 0, 1);
        return with(l -> l.factor = range);
    }

    /// The parameter of the distributions that shares are drawn from. Default: 1.
    public AugMix alpha(double alpha) {
        double checked = Require.positive("AugMix", "alpha", alpha);
        return with(l -> l.alpha = checked);
    }

    /// Whether brightness, contrast, sharpness and strength of colours may be changed. Default:
    /// true.
    public AugMix allOps(boolean allOps) {
        return with(l -> l.allOps = allOps);
    }

    /// NEAREST or BILINEAR. Default: BILINEAR.
    public AugMix interpolation(Interpolation interpolation) {
        var checked = Pixels.requireMovable("AugMix", interpolation);
        return with(l -> l.interpolation = checked);
    }

    @Override
    Tensor changed(ImageDraws draws, Tensor x) {
        var a = Tensor.scalar(alpha, x.dtype());
        var shares = draws.logGamma("shares", Shape.of(numChains), a).softmax();
        var own = draws.beta("own", Shape.of(), a);
        var mixed =
                IntStream.range(0, numChains)
                        .mapToObj(i -> chain(draws, x).mul(shares.get(i)))
                        .reduce(Tensor::add)
                        .orElseThrow();
        var y = x.mul(own).add(mixed.mul(own.neg().add(1)));
        return y.clip(valueRange.low(), valueRange.high());
    }

    private Tensor chain(ImageDraws draws, Tensor x) {
        var augmentations = new Augmentations(factor, valueRange, interpolation);
        var changes = allOps ? augmentations.all() : augmentations.basic();
        var y = x;
        for (int i = 0; i < chainDepth; i++) {
            var choice = draws.oneOf("change", changes.size() + 1); // the last is none
            y = Augmentations.chosen(changes, choice, draws, y);
        }
        return y;
    }

    @Override
    public Options options() {
        return formatOption()
                .and(valueRange.colorsOption("AugMix", v -> valueRange = v))
                .and("num_chains", int.class, numChains, v -> numChains = v)
                .and("chain_depth", int.class, chainDepth, v -> chainDepth = v)
                .and(factor.option("AugMix", "factor", 0, 1, v -> factor = v))
                .and("alpha", double.class, alpha, v -> alpha = v)
                .and("all_ops", boolean.class, allOps, v -> allOps = v)
                .and("interpolation", Interpolation.class, interpolation, v -> interpolation = v)
                .and(seedOption());
    }
}
