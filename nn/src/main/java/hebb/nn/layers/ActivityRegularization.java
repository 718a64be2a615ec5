package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.regularizers.L1L2;
import hebb.nn.regularizers.Regularizer;

/// The input as it is, with a price on its size: `l1 · Σ|x| + l2 · Σx²` over the number of samples.
///
/// Defaults: `l1` 0, `l2` 0.
public final class ActivityRegularization extends Layer<ActivityRegularization> {
    private double l1;
    private double l2;

    private ActivityRegularization() {}

    /// Without a price yet.
    public static ActivityRegularization of() {
        return new ActivityRegularization();
    }

    /// With this price on absolute values, 0 or more. Default: 0.
    public ActivityRegularization l1(double l1) {
        return with(l -> l.l1 = Require.notNegative("ActivityRegularization", "l1", l1));
    }

    /// With this price on squares, 0 or more. Default: 0.
    public ActivityRegularization l2(double l2) {
        return with(l -> l.l2 = Require.notNegative("ActivityRegularization", "l2", l2));
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return x;
    }

    @Override
    protected Regularizer priceOfResults() {
        return L1L2.of(l1, l2);
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        return Options.of("l1", double.class, l1, v -> l1 = v)
                .and("l2", double.class, l2, v -> l2 = v);
    }
}
