package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.Optional;

/// A layer that brings numbers to mean 0 and variance 1, then multiplies by a learned gamma and
/// adds a learned beta.
///
/// @param <S> the class itself
public abstract sealed class Normalizing<S extends Normalizing<S>> extends Layer<S>
        permits BatchNormalization, GroupNormalization, LayerNormalization {
    private double epsilon = 1e-3;
    private boolean center = true;
    private boolean scale = true;
    private WeightRules beta = WeightRules.of(Initializer.zeros());
    private WeightRules gamma = WeightRules.of(Initializer.ones());

    Normalizing() {}

    /// With this added to the variance. Default: 0.001.
    public final S epsilon(double epsilon) {
        return with(l -> ((Normalizing<?>) l).epsilon = epsilon);
    }

    /// Whether beta is added. Default: it is.
    public final S center(boolean center) {
        return with(l -> ((Normalizing<?>) l).center = center);
    }

    /// Whether to multiply by gamma. Default: so it is.
    public final S scale(boolean scale) {
        return with(l -> ((Normalizing<?>) l).scale = scale);
    }

    /// With this first value of beta. Default: zeros.
    public final S betaInitializer(Initializer betaInitializer) {
        return with(l -> ((Normalizing<?>) l).beta = beta.initializer(betaInitializer));
    }

    /// With this first value of gamma. Default: ones.
    public final S gammaInitializer(Initializer gammaInitializer) {
        return with(l -> ((Normalizing<?>) l).gamma = gamma.initializer(gammaInitializer));
    }

    /// With this price on the size of beta. Default: none.
    public final S betaRegularizer(Regularizer betaRegularizer) {
        return with(l -> ((Normalizing<?>) l).beta = beta.regularizer(betaRegularizer));
    }

    /// With this price on the size of gamma. Default: none.
    public final S gammaRegularizer(Regularizer gammaRegularizer) {
        return with(l -> ((Normalizing<?>) l).gamma = gamma.regularizer(gammaRegularizer));
    }

    /// With this rule for beta. Default: none.
    public final S betaConstraint(Constraint betaConstraint) {
        return with(l -> ((Normalizing<?>) l).beta = beta.constraint(betaConstraint));
    }

    /// With this rule for gamma. Default: none.
    public final S gammaConstraint(Constraint gammaConstraint) {
        return with(l -> ((Normalizing<?>) l).gamma = gamma.constraint(gammaConstraint));
    }

    // ---- what these layers share

    final double epsilon() {
        return epsilon;
    }

    /// The learned factor, if there is one.
    final Optional<Tensor> gamma(Scope s, int... dims) {
        return scale ? Optional.of(gamma.weight(s, "gamma", dims)) : Optional.empty();
    }

    /// The same, whether it was asked for or not.
    final Tensor factor(Scope s, int... dims) {
        return gamma.weight(s, "gamma", dims);
    }

    /// What was learned to be added, if so.
    final Optional<Tensor> beta(Scope s, int... dims) {
        return center ? Optional.of(beta.weight(s, "beta", dims)) : Optional.empty();
    }

    /// `x` with these statistics of it taken away, and gamma and beta brought in, which have this
    /// shape beside it.
    final Tensor normalized(
            Tensor x,
            Statistics statistics,
            Shape along,
            Optional<Tensor> gamma,
            Optional<Tensor> beta) {
        return statistics.normalize(
                x, epsilon, gamma.map(g -> g.reshape(along)), beta.map(b -> b.reshape(along)));
    }

    @Override
    protected final boolean supportsMasking() {
        return true;
    }

    final Options epsilonOption() {
        return Options.of("epsilon", double.class, epsilon, v -> epsilon = v);
    }

    final Options switches() {
        return Options.of("center", boolean.class, center, v -> center = v)
                .and("scale", boolean.class, scale, v -> scale = v);
    }

    final WeightRules.Choice betaChoice() {
        return new WeightRules.Choice("beta", beta, change -> beta = change.apply(beta));
    }

    final WeightRules.Choice gammaChoice() {
        return new WeightRules.Choice("gamma", gamma, change -> gamma = change.apply(gamma));
    }

    final Options ruleOptions() {
        return WeightRules.options(Options.none(), betaChoice(), gammaChoice());
    }
}
