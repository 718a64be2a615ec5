package hebb.nn.initializers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// Normal without values beyond two standard deviations. Made by [Initializer]; defaults: `mean` 0,
/// `stddev` 0.05.
public final class TruncatedNormal extends Seeded<TruncatedNormal> {
    private double mean = 0;
    private double stddev = 0.05;

    TruncatedNormal() {}

    /// With the mean. Default: 0.
    public TruncatedNormal mean(double mean) {
        return with(i -> i.mean = mean);
    }

    /// With the standard deviation before truncation. Default: 0.05.
    public TruncatedNormal stddev(double stddev) {
        return with(i -> i.stddev = stddev);
    }

    @Override
    Tensor draw(Shape shape, Randoms random) {
        return Draws.truncatedNormal(shape, random, mean, stddev);
    }

    @Override
    public Options options() {
        return seedOption()
                .and("mean", double.class, mean, v -> mean = v)
                .and("stddev", double.class, stddev, v -> stddev = v);
    }
}
