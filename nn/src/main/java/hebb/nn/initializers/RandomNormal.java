package hebb.nn.initializers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// Normal. Made by [Initializer]; defaults: `mean` 0, `stddev` 0.05.
public final class RandomNormal extends Seeded<RandomNormal> {
    private double mean = 0;
    private double stddev = 0.05;

    RandomNormal() {}

    /// With the mean. Default: 0.
    public RandomNormal mean(double mean) {
        return with(i -> i.mean = mean);
    }

    /// With the standard deviation. Default: 0.05.
    public RandomNormal stddev(double stddev) {
        return with(i -> i.stddev = stddev);
    }

    @Override
    Tensor draw(Shape shape, Randoms random) {
        return Draws.normal(shape, random, mean, stddev);
    }

    @Override
    public Options options() {
        return seedOption()
                .and("mean", double.class, mean, v -> mean = v)
                .and("stddev", double.class, stddev, v -> stddev = v);
    }
}
