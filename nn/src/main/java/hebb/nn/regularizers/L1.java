package hebb.nn.regularizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// `l1 · Σ |w|`. Default: `l1` 0.01.
public final class L1 extends Configured<L1> implements Regularizer {
    private double l1;

    private L1(double l1) {
        this.l1 = Require.notNegative("L1", "l1", l1);
    }

    /// With the factor 0.01.
    public static L1 of() {
        return of(0.01);
    }

    /// With this factor, 0 or more.
    public static L1 of(double l1) {
        return new L1(l1);
    }

    @Override
    public Tensor of(Tensor weight) {
        return weight.abs().sum().mul(l1);
    }

    @Override
    public Options options() {
        return Options.of("l1", double.class, l1, v -> l1 = Require.notNegative("L1", "l1", v));
    }
}
