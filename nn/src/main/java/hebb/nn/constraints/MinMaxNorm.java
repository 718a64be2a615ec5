package hebb.nn.constraints;

import hebb.core.tensor.Tensor;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.math.Norms;

/// Lengths along `axis` brought towards the range from `minValue` to `maxValue`: `w · (rate ·
/// clip(‖w‖) + (1 - rate) · ‖w‖) / (1e-7 + ‖w‖)`.
///
/// Defaults: `minValue` 0, `maxValue` 1, `rate` 1 (all the way at each step), `axis` 0. For the
/// weights of one filter of a convolution take the axes 0, 1, 2.
public final class MinMaxNorm extends Configured<MinMaxNorm> implements Constraint {
    private double minValue;
    private double maxValue;
    private double rate = 1;
    private int[] axis = {0};

    private MinMaxNorm(double minValue, double maxValue) {
        this.minValue = minValue;
        this.maxValue = maxValue;
    }

    /// Between 0 and 1.
    public static MinMaxNorm of() {
        return of(0, 1);
    }

    /// Between these lengths.
    public static MinMaxNorm of(double minValue, double maxValue) {
        return new MinMaxNorm(minValue, maxValue);
    }

    /// With this part of the way gone at each step, from 0 to 1. Default: 1.
    public MinMaxNorm rate(double rate) {
        return with(c -> c.rate = rate);
    }

    /// Along these axes. Default: 0.
    public MinMaxNorm axis(int... axis) {
        return with(c -> c.axis = axis.clone());
    }

    @Override
    public Tensor of(Tensor weight) {
        var norms = Norms.l2(weight, axis);
        var desired = norms.clip(minValue, maxValue).mul(rate).add(norms.mul(1 - rate));
        return weight.mul(desired.div(norms.add(Norms.EPSILON)));
    }

    @Override
    public Options options() {
        return Options.of("min_value", double.class, minValue, v -> minValue = v)
                .and("max_value", double.class, maxValue, v -> maxValue = v)
                .and("rate", double.class, rate, v -> rate = v)
                .and(Options.ofAxes(axis, v -> axis = v));
    }
}
