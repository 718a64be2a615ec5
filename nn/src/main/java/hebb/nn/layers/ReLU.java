package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;
import hebb.nn.math.ActivationFunctions;
import java.util.Optional;

/// x above a threshold, at most `maxValue`; below it negativeSlope · (x - threshold).
///
/// Defaults: no `maxValue`, `negativeSlope` 0, `threshold` 0: max(x, 0).
public final class ReLU extends Elementwise<ReLU> {
    private Optional<Double> maxValue = Optional.empty();
    private double negativeSlope;
    private double threshold;

    private ReLU() {}

    /// max(x, 0).
    public static ReLU of() {
        return new ReLU();
    }

    /// With this bound above, 0 or more. Default: none.
    public ReLU maxValue(double maxValue) {
        return with(
                l -> l.maxValue = Optional.of(Require.notNegative("ReLU", "max_value", maxValue)));
    }

    /// With this slope below the threshold, 0 or more. Default: 0.
    public ReLU negativeSlope(double negativeSlope) {
        return with(l ->
                l.negativeSlope = Require.notNegative("ReLU", "negative_slope", negativeSlope));
    }

    /// With what is not above this, 0 or more, seen as negative. Default: 0.
    public ReLU threshold(double threshold) {
        return with(l -> l.threshold = Require.notNegative("ReLU", "threshold", threshold));
    }

    @Override
    Tensor of(Tensor x) {
        if (maxValue.isEmpty() && threshold == 0) {
            return negativeSlope == 0 ? x.relu() : ActivationFunctions.leakyRelu(x, negativeSlope);
        }
        var zero = Tensor.scalar(0, x.dtype());
        var above = threshold == 0 ? x.relu() : Tensor.where(x.greater(threshold), x, zero);
        var bounded = maxValue.map(above::minimum).orElse(above);
        if (negativeSlope == 0) {
            return bounded;
        }
        var below = x.neg().add(threshold).relu();
        return bounded.sub(below.mul(negativeSlope));
    }

    @Override
    public Options options() {
        return Options.none()
                .optional("max_value", Double.class, maxValue, v -> maxValue = v)
                .and("negative_slope", double.class, negativeSlope, v -> negativeSlope = v)
                .and("threshold", double.class, threshold, v -> threshold = v);
    }
}
