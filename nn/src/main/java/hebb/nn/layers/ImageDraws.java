package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Randoms;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.Optional;

/// Where the random numbers for a batch of images come from.
record ImageDraws(Scope scope, Tensor batch, Optional<Long> seed) {
    /// Proposals for a number of the gamma distribution; one of three is refused at most.
    private static final int TRIES = 24;

    /// A number for each image, evenly from `low` to `high`: (batch, 1, 1, 1).
    Tensor uniform(String purpose, double low, double high) {
        return uniform(purpose, Shape.of(batch.dim(0), 1, 1, 1)).mul(high - low).add(low);
    }

    Tensor uniform(String purpose, FactorRange range) {
        return uniform(purpose, range.low(), range.high());
    }

    /// Which images are chosen, each with a chance from this range: (batch, 1, 1, 1).
    Tensor chosen(FactorRange chance) {
        return uniform("threshold", 0, 1).less(uniform("factor", chance));
    }

    /// One number for all images.
    Tensor one(String purpose, double low, double high) {
        return uniform(purpose, Shape.of()).mul(high - low).add(low);
    }

    /// One whole number for all images, from 0 to `count` - 1.
    Tensor oneOf(String purpose, int count) {
        return one(purpose, 0, count).floor().minimum(count - 1).cast(DType.INT32);
    }

    /// Normal numbers of the images' shape.
    Tensor normal(String purpose) {
        return normal(purpose, batch.shape());
    }

    Tensor normal(String purpose, Shape shape) {
        return source(purpose).normal(new Spec(shape, batch.dtype()));
    }

    /// The numbers of the images in random order: (batch), int32.
    Tensor order(String purpose) {
        return uniform(purpose, Shape.of(batch.dim(0))).argsort(0);
    }

    /// Numbers of the beta distribution whose parameters are both `alpha`.
    Tensor beta(String purpose, Shape shape, Tensor alpha) {
        return logGamma(purpose, shape, alpha).sub(logGamma(purpose, shape, alpha)).sigmoid();
    }

    /// The logarithms of numbers of the gamma distribution, by the proposals of Marsaglia and Tsang
    /// (ACM TOMS 26) for `alpha` + 1.
    Tensor logGamma(String purpose, Shape shape, Tensor alpha) {
        var tries = shape.prepend(TRIES);
        var x = normal(purpose, tries);
        var u = uniform(purpose, tries).neg().add(1); // above 0
        var d = alpha.add(1 - 1 / 3.0);
        var v = x.mul(d.mul(9).rsqrt()).add(1).maximum(1e-3);
        var cube = v.mul(v).mul(v);
        var bound = x.square().mul(0.5).add(d.mul(cube.neg().add(1).add(cube.log())));
        var first = u.log().less(bound).cast(DType.INT32).argMax(0).expandDims(0);
        var accepted = cube.takeAlong(first, 0).squeeze(0);
        var rest = uniform(purpose, shape).neg().add(1).log().div(alpha);
        return accepted.mul(d).log().add(rest);
    }

    private Tensor uniform(String purpose, Shape shape) {
        return source(purpose).uniform(new Spec(shape, batch.dtype()));
    }

    private Randoms source(String purpose) {
        return seed.map(n -> scope.random(purpose, n)).orElseGet(() -> scope.random(purpose));
    }
}
