package hebb.nn.regularizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// `l1 · Σ |w| + l2 · Σ w²`. Defaults: both 0.
public final class L1L2 extends Configured<L1L2> implements Regularizer {
    private double l1;
    private double l2;

    private L1L2(double l1, double l2) {
        this.l1 = Require.notNegative("L1L2", "l1", l1);
        this.l2 = Require.notNegative("L1L2", "l2", l2);
    }

    /// With both factors 0.
    public static L1L2 of() {
        return of(0, 0);
    }

    /// With these factors, 0 or more.
    public static L1L2 of(double l1, double l2) {
        return new L1L2(l1, l2);
    }

    @Override
    public Tensor of(Tensor weight) {
        var price = Tensor.scalar(0, weight.dtype());
        if (l1 != 0) {
            price = price.add(weight.abs().sum().mul(l1));
        }
        if (l2 != 0) {
            price = price.add(weight.square().sum().mul(l2));
        }
        return price;
    }

    @Override
    public Options options() {
        return Options.of("l1", double.class, l1, v -> l1 = Require.notNegative("L1L2", "l1", v))
                .and("l2", double.class, l2, v -> l2 = Require.notNegative("L1L2", "l2", v));
    }
}
