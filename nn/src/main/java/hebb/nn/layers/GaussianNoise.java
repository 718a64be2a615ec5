package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// In training, adds to each number a normal one of mean 0; else changes nothing.
public final class GaussianNoise extends Noisy<GaussianNoise> {
    private double stddev;

    private GaussianNoise(double stddev) {
        this.stddev = Require.fraction("GaussianNoise", "stddev", stddev);
    }

    /// With this standard deviation, from 0 to 1.
    public static GaussianNoise of(double stddev) {
        return new GaussianNoise(stddev);
    }

    @Override
    double strength() {
        return stddev;
    }

    @Override
    Tensor disturbed(Scope s, Tensor x) {
        return x.add(randoms(s, "noise").normal(x.spec()).mul(stddev));
    }

    @Override
    public Options options() {
        return Options.of("stddev", double.class, stddev, v -> stddev = v).and(seedOption());
    }
}
