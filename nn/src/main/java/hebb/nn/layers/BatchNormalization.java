package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.math.Norms;
import hebb.nn.regularizers.Regularizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// `gamma · (x - mean) / √(variance + epsilon) + beta`, for each position of an axis over all
/// others.
///
/// In training mean and variance are the batch's, and moving averages follow them: `moving ·
/// momentum + batch · (1 - momentum)`. Else, and where the layer is frozen, the moving averages
/// take their place. Steps that a mask leaves out do not count.
///
/// - weights: `gamma`, `beta`; states: `moving_mean`, `moving_variance`; all of the axis's
///   length
///
/// Defaults: `axis` -1, `momentum` 0.99, `epsilon` 0.001, `center` (with beta) and `scale`
/// (with gamma) on. Source: Ioffe and Szegedy, arXiv 1502.03167.
public final class BatchNormalization extends Layer<BatchNormalization> {
    private int axis = -1;
    private double momentum = 0.99;
    private double epsilon = 1e-3;
    private boolean center = true;
    private boolean scale = true;
    private Initializer betaInitializer = Initializer.zeros();
    private Initializer gammaInitializer = Initializer.ones();
    private Initializer movingMeanInitializer = Initializer.zeros();
    private Initializer movingVarianceInitializer = Initializer.ones();
    private Regularizer betaRegularizer = Regularizer.none();
    private Regularizer gammaRegularizer = Regularizer.none();
    private Constraint betaConstraint = Constraint.none();
    private Constraint gammaConstraint = Constraint.none();

    private BatchNormalization() {}

    /// Over the last axis.
    public static BatchNormalization of() {
        return new BatchNormalization();
    }

    // ---- what it computes

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        int own = x.shape().axis(axis);
        var shape = Shape.of(x.dim(own));
        var gamma =
                weight(
                        s,
                        scale,
                        "gamma",
                        shape,
                        gammaInitializer,
                        gammaRegularizer,
                        gammaConstraint);
        var beta =
                weight(s, center, "beta", shape, betaInitializer, betaRegularizer, betaConstraint);
        var movingMean = s.state("moving_mean", shape, movingMeanInitializer);
        var movingVariance = s.state("moving_variance", shape, movingVarianceInitializer);
        var along = along(x, own);
        if (!s.training() || !s.trainable()) {
            return normalized(x, along, movingMean, movingVariance, gamma, beta);
        }
        var moments = Moments.of(x, s.mask(input), others(x, own));
        var mean = moments.mean().reshape(shape);
        var variance = moments.variance().reshape(shape);
        s.update("moving_mean", moved(movingMean, mean));
        s.update("moving_variance", moved(movingVariance, variance));
        return normalized(x, along, mean, variance, gamma, beta);
    }

    private static Optional<Tensor> weight(
            Scope s,
            boolean isUsed,
            String name,
            Shape shape,
            Initializer initializer,
            Regularizer regularizer,
            Constraint constraint) {
        return isUsed
                ? Optional.of(s.weight(name, shape, initializer, regularizer, constraint))
                : Optional.empty();
    }

    private Tensor moved(Tensor moving, Tensor batch) {
        return moving.mul(momentum).add(batch.mul(1 - momentum));
    }

    /// One multiplication and one addition an element: all else is done once for each position.
    private Tensor normalized(
            Tensor x,
            Shape along,
            Tensor mean,
            Tensor variance,
            Optional<Tensor> gamma,
            Optional<Tensor> beta) {
        var rsqrt = variance.add(epsilon).rsqrt();
        var factor = gamma.map(rsqrt::mul).orElse(rsqrt);
        var centred = mean.mul(factor);
        var shift = beta.map(b -> b.sub(centred)).orElseGet(centred::neg);
        return x.mul(factor.reshape(along)).add(shift.reshape(along));
    }

    /// The shape in which values of the axis broadcast against the input.
    private static Shape along(Tensor x, int own) {
        var dims = new int[x.rank() - own];
        Arrays.fill(dims, 1);
        dims[0] = x.dim(own);
        return Shape.of(dims);
    }

    private static int[] others(Tensor x, int own) {
        return IntStream.range(0, x.rank()).filter(i -> i != own).toArray();
    }

    /// Mean and variance over some axes, which stay with length 1.
    private record Moments(Tensor mean, Tensor variance) {
        static Moments of(Tensor x, Optional<Tensor> mask, int... axes) {
            return mask.map(m -> masked(x, m, axes)).orElseGet(() -> plain(x, axes));
        }

        private static Moments plain(Tensor x, int... axes) {
            var mean = x.meanKeepDims(axes);
            // that the mean moves does not change the variance: its gradient is 0
            return new Moments(mean, x.sub(mean.stopGradient()).square().meanKeepDims(axes));
        }

        private static Moments masked(Tensor x, Tensor mask, int... axes) {
            var counts = mask.expandDims(-1).cast(x.dtype()).broadcastTo(x.shape());
            var count = counts.sumKeepDims(axes).add(Norms.EPSILON);
            var mean = x.mul(counts).sumKeepDims(axes).div(count);
            var squares = x.sub(mean).mul(counts).square();
            return new Moments(mean, squares.sumKeepDims(axes).div(count));
        }
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    // ---- options

    /// Over all axes but this one. Default: the last.
    public BatchNormalization axis(int axis) {
        return with(l -> l.axis = axis);
    }

    /// With this share of the moving averages kept at each step, from 0 to 1. Default: 0.99.
    public BatchNormalization momentum(double momentum) {
        return with(l -> l.momentum = Require.fraction("BatchNormalization", "momentum", momentum));
    }

    /// With this added to the variance. Default: 0.001.
    public BatchNormalization epsilon(double epsilon) {
        return with(l -> l.epsilon = epsilon);
    }

    /// Whether beta is added. Default: it is.
    public BatchNormalization center(boolean center) {
        return with(l -> l.center = center);
    }

    /// Whether to multiply by gamma. Default: so it is.
    public BatchNormalization scale(boolean scale) {
        return with(l -> l.scale = scale);
    }

    /// With this first value of beta. Default: zeros.
    public BatchNormalization betaInitializer(Initializer betaInitializer) {
        return with(l -> l.betaInitializer = betaInitializer);
    }

    /// With this first value of gamma. Default: ones.
    public BatchNormalization gammaInitializer(Initializer gammaInitializer) {
        return with(l -> l.gammaInitializer = gammaInitializer);
    }

    /// With this first value of the moving mean. Default: zeros.
    public BatchNormalization movingMeanInitializer(Initializer movingMeanInitializer) {
        return with(l -> l.movingMeanInitializer = movingMeanInitializer);
    }

    /// With this first value of the moving variance. Default: ones.
    public BatchNormalization movingVarianceInitializer(Initializer movingVarianceInitializer) {
        return with(l -> l.movingVarianceInitializer = movingVarianceInitializer);
    }

    /// With this price on the size of beta. Default: none.
    public BatchNormalization betaRegularizer(Regularizer betaRegularizer) {
        return with(l -> l.betaRegularizer = betaRegularizer);
    }

    /// With this price on the size of gamma. Default: none.
    public BatchNormalization gammaRegularizer(Regularizer gammaRegularizer) {
        return with(l -> l.gammaRegularizer = gammaRegularizer);
    }

    /// With this rule for beta. Default: none.
    public BatchNormalization betaConstraint(Constraint betaConstraint) {
        return with(l -> l.betaConstraint = betaConstraint);
    }

    /// With this rule for gamma. Default: none.
    public BatchNormalization gammaConstraint(Constraint gammaConstraint) {
        return with(l -> l.gammaConstraint = gammaConstraint);
    }

    @Override
    public Options options() {
        return Options.of("axis", int.class, axis, v -> axis = v)
                .and("momentum", double.class, momentum, v -> momentum = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v)
                .and("center", boolean.class, center, v -> center = v)
                .and("scale", boolean.class, scale, v -> scale = v)
                .and(
                        "beta_initializer",
                        Initializer.class,
                        betaInitializer,
                        v -> betaInitializer = v)
                .and(
                        "gamma_initializer",
                        Initializer.class,
                        gammaInitializer,
                        v -> gammaInitializer = v)
                .and(
                        "moving_mean_initializer",
                        Initializer.class,
                        movingMeanInitializer,
                        v -> movingMeanInitializer = v)
                .and(
                        "moving_variance_initializer",
                        Initializer.class,
                        movingVarianceInitializer,
                        v -> movingVarianceInitializer = v)
                .and(
                        "beta_regularizer",
                        Regularizer.class,
                        betaRegularizer,
                        v -> betaRegularizer = v)
                .and(
                        "gamma_regularizer",
                        Regularizer.class,
                        gammaRegularizer,
                        v -> gammaRegularizer = v)
                .and("beta_constraint", Constraint.class, betaConstraint, v -> betaConstraint = v)
                .and(
                        "gamma_constraint",
                        Constraint.class,
                        gammaConstraint,
                        v -> gammaConstraint = v);
    }
}
