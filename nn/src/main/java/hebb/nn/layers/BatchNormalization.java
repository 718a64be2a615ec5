package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// `gamma · (x - mean) / √(variance + epsilon) + beta`, for each position of an axis over all
/// others.
///
/// In training mean and variance are the batch's, and moving averages follow them: `moving ·
/// momentum + batch · (1 - momentum)`. Else, and where the layer is frozen, the moving averages
/// take their place. Steps that a mask leaves out do not count.
///
/// - weights: `gamma`, `beta`; states: `moving_mean`, `moving_variance`; all of the axis's length
///
/// Defaults: `axis` -1, `momentum` 0.99, `epsilon` 0.001, `center` (with beta) and `scale` (with
/// gamma) on. Source: Ioffe and Szegedy, arXiv 1502.03167.
public final class BatchNormalization extends Layer<BatchNormalization> {
    @SuppressWarnings("unchecked") // a class has no type arguments
    private static final Class<Map<String, Double>> CLIPPING =
            (Class<Map<String, Double>>) (Class<?>) Map.class;

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
    private boolean renorm;
    private Map<String, Double> renormClipping = Map.of();
    private double renormMomentum = 0.99;

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
        var length = Shape.of(x.dim(own));
        var gamma = gamma(s, length);
        var beta = beta(s, length);
        var moving =
                new Statistics(
                        s.state("moving_mean", length, movingMeanInitializer),
                        s.state("moving_variance", length, movingVarianceInitializer));
        var renormalization = renormalization(s, length);
        var along = along(x, own);
        if (!s.training() || !s.trainable()) {
            return normalized(x, moving, along, gamma, beta);
        }
        var batch = Statistics.of(x, s.mask(input), others(x, own)).reshape(length);
        s.update("moving_mean", Renormalization.moved(moving.mean(), batch.mean(), momentum));
        if (renormalization.isEmpty()) {
            s.update(
                    "moving_variance",
                    Renormalization.moved(moving.variance(), batch.variance(), momentum));
            return normalized(x, batch, along, gamma, beta);
        }
        var correction = renormalization.get().correction(batch, epsilon, renormClipping);
        renormalization.get().update(s, batch, epsilon, momentum, renormMomentum);
        var scaled = gamma.map(correction.r()::mul).orElse(correction.r());
        var shift = gamma.map(correction.d()::mul).orElse(correction.d());
        var shifted = beta.map(shift::add).orElse(shift);
        return normalized(x, batch, along, Optional.of(scaled), Optional.of(shifted));
    }

    private Tensor normalized(
            Tensor x,
            Statistics statistics,
            Shape along,
            Optional<Tensor> gamma,
            Optional<Tensor> beta) {
        return statistics
                .reshape(along)
                .normalize(
                        x,
                        epsilon,
                        gamma.map(g -> g.reshape(along)),
                        beta.map(b -> b.reshape(along)));
    }

    private Optional<Tensor> gamma(Scope s, Shape shape) {
        return scale
                ? Optional.of(
                        s.weight(
                                "gamma",
                                shape,
                                gammaInitializer,
                                gammaRegularizer,
                                gammaConstraint))
                : Optional.empty();
    }

    private Optional<Tensor> beta(Scope s, Shape shape) {
        return center
                ? Optional.of(
                        s.weight("beta", shape, betaInitializer, betaRegularizer, betaConstraint))
                : Optional.empty();
    }

    private Optional<Renormalization> renormalization(Scope s, Shape shape) {
        return renorm
                ? Optional.of(
                        Renormalization.of(
                                s, shape, movingMeanInitializer, movingVarianceInitializer))
                : Optional.empty();
    }

    /// The shape in which numbers for each position of the axis broadcast against the input.
    private static Shape along(Tensor x, int own) {
        var dims = new int[x.rank() - own];
        Arrays.fill(dims, 1);
        dims[0] = x.dim(own);
        return Shape.of(dims);
    }

    private static int[] others(Tensor x, int own) {
        return IntStream.range(0, x.rank()).filter(i -> i != own).toArray();
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

    /// Whether to renormalize: batches then differ less from what the moving statistics make of
    /// them. Default: not. Source: Ioffe, arXiv 1702.03275.
    public BatchNormalization renorm(boolean renorm) {
        return with(l -> l.renorm = renorm);
    }

    /// With the renormalization kept within `rmin`, `rmax` (of its factor) and `dmax` (of its
    /// shift). Default: no bounds.
    public BatchNormalization renormClipping(Map<String, Double> renormClipping) {
        return with(l -> l.renormClipping = Renormalization.checked(renormClipping));
    }

    /// With this share of the renormalization's own averages kept at each step. Default: 0.99.
    public BatchNormalization renormMomentum(double renormMomentum) {
        return with(l -> l.renormMomentum = renormMomentum);
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
                        v -> gammaConstraint = v)
                .and("renorm", boolean.class, renorm, v -> renorm = v)
                .and("renorm_clipping", CLIPPING, renormClipping, v -> renormClipping = v)
                .and("renorm_momentum", double.class, renormMomentum, v -> renormMomentum = v);
    }
}
