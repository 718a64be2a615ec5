package hebb.nn.constraints;

import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.math.Norms;

/// No length along `axis` above `maxValue`: `w · min(‖w‖, maxValue) / (1e-7 + ‖w‖)`.
///
/// Defaults: `maxValue` 2, `axis` 0, which of a Dense kernel are the weights into one unit. For
/// those of one filter of a convolution take the axes 0, 1, 2.
public final class MaxNorm extends Configured<MaxNorm> implements Constraint {
    private double maxValue;
    private int[] axis = {0};

    private MaxNorm(double maxValue) {
        this.maxValue = maxValue;
    }

    /// At most 2.
    public static MaxNorm of() {
        return of(2);
    }

    /// At most this length.
    public static MaxNorm of(double maxValue) {
        return new MaxNorm(maxValue);
    }

    /// Along these axes. Default: 0.
    public MaxNorm axis(int... axis) {
        return with(c -> c.axis = axis.clone());
    }

    @Override
    public Tensor of(Tensor weight) {
        var norms = Norms.l2(weight, axis);
        return weight.mul(norms.clip(0, maxValue).div(norms.add(Norms.EPSILON)));
    }

    @Override
    public Options options() {
        return Options.of("max_value", double.class, maxValue, v -> maxValue = v)
                .and(Options.ofAxes(axis, v -> axis = v));
    }
}
