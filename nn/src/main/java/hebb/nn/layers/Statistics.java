package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.math.Norms;
import java.util.Optional;

/// Mean and variance of a tensor along some of its axes.
record Statistics(Tensor mean, Tensor variance) {
    /// Those along these axes, which stay with length 1; what the mask leaves out does not count.
    static Statistics of(Tensor x, Optional<Tensor> mask, int... axes) {
        return mask.map(m -> masked(x, m, axes)).orElseGet(() -> plain(x, axes));
    }

    private static Statistics plain(Tensor x, int... axes) {
        var mean = x.meanKeepDims(axes);
        // that the mean moves does not change the variance: its gradient is 0
        return new Statistics(mean, x.sub(mean.stopGradient()).square().meanKeepDims(axes));
    }

    private static Statistics masked(Tensor x, Tensor mask, int... axes) {
        var counts = mask.expandDims(-1).cast(x.dtype()).broadcastTo(x.shape());
        var count = counts.sumKeepDims(axes).add(Norms.EPSILON);
        var mean = x.mul(counts).sumKeepDims(axes).div(count);
        var squares = x.sub(mean).mul(counts).square();
        return new Statistics(mean, squares.sumKeepDims(axes).div(count));
    }

    Statistics reshape(Shape shape) {
        return new Statistics(mean.reshape(shape), variance.reshape(shape));
    }

    Tensor stddev(double epsilon) {
        return variance.add(epsilon).sqrt();
    }

    /// `gamma · (x - mean) / √(variance + epsilon) + beta`. One multiplication and one addition an
    /// element: all else is done once for each number of the statistics.
    Tensor normalize(Tensor x, double epsilon, Optional<Tensor> gamma, Optional<Tensor> beta) {
        var rsqrt = variance.add(epsilon).rsqrt();
        var factor = gamma.map(rsqrt::mul).orElse(rsqrt);
        var centre = mean.mul(factor);
        return x.mul(factor).add(beta.map(b -> b.sub(centre)).orElseGet(centre::neg));
    }
}
