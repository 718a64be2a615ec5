package hebb.nn.regularizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// `l2 · Σ w²`. Default: `l2` 0.01.
public final class L2 extends Configured<L2> implements Regularizer {
    private double l2;

    private L2(double l2) {
        this.l2 = Require.notNegative("L2", "l2", l2);
    }

    /// With the factor 0.01.
    public static L2 of() {
        return of(0.01);
    }

    /// With this factor, 0 or more.
    public static L2 of(double l2) {
        return new L2(l2);
    }

    @Override
    public Tensor of(Tensor weight) {
        return weight.square().sum().mul(l2);
    }

    @Override
    public Options options() {
        return Options.of("l2", double.class, l2, v -> l2 = Require.notNegative("L2", "l2", v));
    }
}
