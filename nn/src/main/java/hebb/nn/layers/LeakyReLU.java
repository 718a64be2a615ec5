package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;
import hebb.nn.math.ActivationFunctions;

/// x, and negativeSlope · x below 0. Default: `negativeSlope` 0.3.
public final class LeakyReLU extends Elementwise<LeakyReLU> {
    private double negativeSlope = 0.3;

    private LeakyReLU() {}

    /// With the slope 0.3.
    public static LeakyReLU of() {
        return new LeakyReLU();
    }

    /// With this slope below 0, 0 or more. Default: 0.3.
    public LeakyReLU negativeSlope(double negativeSlope) {
        return with(l ->
                l.negativeSlope =
                        Require.notNegative("LeakyReLU", "negative_slope", negativeSlope));
    }

    @Override
    Tensor of(Tensor x) {
        return ActivationFunctions.leakyRelu(x, negativeSlope);
    }

    @Override
    public Options options() {
        return Options.of("negative_slope", double.class, negativeSlope, v -> negativeSlope = v);
    }
}
