package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// In training, multiplies each number by a normal one of mean 1 and variance rate / (1 - rate);
/// else changes nothing. Source: Srivastava and others, JMLR 15, 2014.
public final class GaussianDropout extends Noisy<GaussianDropout> {
    private double rate;

    private GaussianDropout(double rate) {
        this.rate = Require.fraction("GaussianDropout", "rate", rate);
    }

    /// With noise as strong as that of [Dropout] with this rate, from 0 to 1.
    public static GaussianDropout of(double rate) {
        return new GaussianDropout(rate);
    }

    @Override
    double strength() {
        return rate;
    }

    @Override
    Tensor disturbed(Scope s, Tensor x) {
        double stddev = Math.sqrt(rate / (1 - rate));
        return x.mul(randoms(s, "noise").normal(x.spec()).mul(stddev).add(1));
    }

    @Override
    public Options options() {
        return Options.of("rate", double.class, rate, v -> rate = v).and(seedOption());
    }
}
