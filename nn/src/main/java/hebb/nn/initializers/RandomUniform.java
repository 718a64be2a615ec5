package hebb.nn.initializers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// Even on [minval, maxval). Made by [Initializer]; defaults: `minval` -0.05, `maxval` 0.05.
public final class RandomUniform extends Seeded<RandomUniform> {
    private double minval = -0.05;
    private double maxval = 0.05;

    RandomUniform() {}

    /// With the least value. Default: -0.05.
    public RandomUniform minval(double minval) {
        return with(i -> i.minval = minval);
    }

    /// With the bound that values stay below. Default: 0.05.
    public RandomUniform maxval(double maxval) {
        return with(i -> i.maxval = maxval);
    }

    @Override
    Tensor draw(Shape shape, Randoms random) {
        return Draws.uniform(shape, random, minval, maxval);
    }

    @Override
    public Options options() {
        return seedOption()
                .and("minval", double.class, minval, v -> minval = v)
                .and("maxval", double.class, maxval, v -> maxval = v);
    }
}
