package hebb.nn.constraints;

import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.math.Norms;

/// Length 1 along `axis`: `w / (1e-7 + ‖w‖)`.
///
/// Default: `axis` 0, which of a Dense kernel are the weights into one unit. For those of one
/// filter of a convolution take the axes 0, 1, 2.
public final class UnitNorm extends Configured<UnitNorm> implements Constraint {
    private int[] axis = {0};

    private UnitNorm() {}

    /// Along axis 0.
    public static UnitNorm of() {
        return new UnitNorm();
    }

    /// Along these axes. Default: 0.
    public UnitNorm axis(int... axis) {
        return with(c -> c.axis = axis.clone());
    }

    @Override
    public Tensor of(Tensor weight) {
        return weight.div(Norms.l2(weight, axis).add(Norms.EPSILON));
    }

    @Override
    public Options options() {
        return Options.ofAxes(axis, v -> axis = v);
    }
}
