package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
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
public final class BatchNormalization extends Normalizing<BatchNormalization> {
    @SuppressWarnings("unchecked") // a class has no type arguments
    private static final Class<Map<String, Double>> CLIPPING =
            (Class<Map<String, Double>>) (Class<?>) Map.class;

    private int axis = -1;
    private double momentum = 0.99;
    private Initializer movingMeanInitializer = Initializer.zeros();
    private Initializer movingVarianceInitializer = Initializer.ones();
    private boolean acrossReplicas; // kept for files: there is one replica
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
        var gamma = gamma(s, x.dim(own));
        var beta = beta(s, x.dim(own));
        var moving =
                new Statistics(
                        s.state("moving_mean", length, movingMeanInitializer),
                        s.state("moving_variance", length, movingVarianceInitializer));
        var renormalization = renormalization(s, length);
        var along = along(x, own);
        if (!s.training() || !s.trainable()) {
            return normalized(x, moving.reshape(along), along, gamma, beta);
        }
        var batch = Statistics.of(x, s.mask(input), others(x, own)).reshape(length);
        s.update("moving_mean", Renormalization.moved(moving.mean(), batch.mean(), momentum));
        if (renormalization.isEmpty()) {
            s.update(
                    "moving_variance",
                    Renormalization.moved(moving.variance(), batch.variance(), momentum));
            return normalized(x, batch.reshape(along), along, gamma, beta);
        }
        var correction = renormalization.get().correction(batch, epsilon(), renormClipping);
        renormalization.get().update(s, batch, epsilon(), momentum, renormMomentum);
        var scaled = gamma.map(correction.r()::mul).orElse(correction.r());
        var shift = gamma.map(correction.d()::mul).orElse(correction.d());
        var shifted = beta.map(shift::add).orElse(shift);
        return normalized(
                x, batch.reshape(along), along, Optional.of(scaled), Optional.of(shifted));
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

    // ---- options

    /// Over all axes but this one. Default: the last.
    public BatchNormalization axis(int axis) {
        return with(l -> l.axis = axis);
    }

    /// With this share of the moving averages kept at each step, from 0 to 1. Default: 0.99.
    public BatchNormalization momentum(double momentum) {
        return with(l -> l.momentum = Require.fraction("BatchNormalization", "momentum", momentum));
    }

    /// With this first value of the moving mean. Default: zeros.
    public BatchNormalization movingMeanInitializer(Initializer movingMeanInitializer) {
        return with(l -> l.movingMeanInitializer = movingMeanInitializer);
    }

    /// With this first value of the moving variance. Default: ones.
    public BatchNormalization movingVarianceInitializer(Initializer movingVarianceInitializer) {
        return with(l -> l.movingVarianceInitializer = movingVarianceInitializer);
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
                .and(epsilonOption())
                .and(switches())
                .and(betaChoice().initializer())
                .and(gammaChoice().initializer())
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
                .and(betaChoice().regularizer())
                .and(gammaChoice().regularizer())
                .and(betaChoice().constraint())
                .and(gammaChoice().constraint())
                .and("synchronized", boolean.class, acrossReplicas, v -> acrossReplicas = v)
                .and("renorm", boolean.class, renorm, v -> renorm = v)
                .and("renorm_clipping", CLIPPING, renormClipping, v -> renormClipping = v)
                .and("renorm_momentum", double.class, renormMomentum, v -> renormMomentum = v);
    }
}
