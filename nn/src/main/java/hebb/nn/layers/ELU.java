package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.math.ActivationFunctions;

/// x, and alpha (e^x - 1) below 0. Default: `alpha` 1. Source: Clevert and others, arXiv
/// 1511.07289.
public final class ELU extends Elementwise<ELU> {
    private double alpha = 1;

    private ELU() {}

    /// With `alpha` 1.
    public static ELU of() {
        return new ELU();
    }

    /// With minus this as the bound for large negative x. Default: 1.
    public ELU alpha(double alpha) {
        return with(l -> l.alpha = alpha);
    }

    @Override
    Tensor of(Tensor x) {
        return ActivationFunctions.elu(x, alpha);
    }

    @Override
    public Options options() {
        return Options.of("alpha", double.class, alpha, v -> alpha = v);
    }
}
