package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.ActivationFunctions;
import java.util.Optional;

/// In training, sets a random share of the numbers to the value that SELU has far below 0, then
/// scales and moves all so that mean and variance stay; else changes nothing.
///
/// Defaults: each number on its own; random numbers from the model's seed. Source: Klambauer and
/// others, arXiv 1706.02515.
public final class AlphaDropout extends Dropping<AlphaDropout> {
    private static final double LOWEST =
            -ActivationFunctions.SELU_ALPHA * ActivationFunctions.SELU_SCALE;

    private Optional<int[]> noiseShape = Optional.empty();

    private AlphaDropout(double rate) {
        super(rate);
    }

    /// With this share dropped, from 0 to 1.
    public static AlphaDropout of(double rate) {
        return new AlphaDropout(rate);
    }

    /// With one decision for all numbers along the axes that are 1 here; -1 stands for an axis's
    /// own length. Default: a decision for each number.
    public AlphaDropout noiseShape(int... noiseShape) {
        var checked = checkedNoise("AlphaDropout", noiseShape);
        return with(l -> l.noiseShape = Optional.of(checked));
    }

    @Override
    Tensor disturbed(Scope s, Tensor x) {
        double factor = 1 / Math.sqrt((1 - rate()) * (1 + rate() * LOWEST * LOWEST));
        var kept = kept(s, x, noise(s, x, noiseShape)).cast(x.dtype());
        var y = x.mul(kept).add(kept.neg().add(1).mul(LOWEST));
        return y.mul(factor).add(-factor * LOWEST * rate());
    }

    @Override
    public Options options() {
        return rateOptions().optional("noise_shape", int[].class, noiseShape, v -> noiseShape = v);
    }
}
