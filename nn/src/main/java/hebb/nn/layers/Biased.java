package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.Arrays;

/// A layer that adds a bias to what its weights make, and has an activation at the end.
///
/// @param <S> the class itself
public abstract sealed class Biased<S extends Biased<S>> extends Layer<S>
        permits Depthwise, Weighted {
    private Activation activation = Activation.LINEAR;
    private boolean useBias = true;
    private WeightRules bias = WeightRules.of(Initializer.zeros());

    Biased() {}

    // ---- options

    /// With this function at the end. Default: none.
    public final S activation(Activation activation) {
        return with(l -> ((Biased<?>) l).activation = activation);
    }

    /// Whether a bias is added. Default: it is.
    public final S useBias(boolean useBias) {
        return with(l -> ((Biased<?>) l).useBias = useBias);
    }

    /// With this first value of the bias. Default: zeros.
    public final S biasInitializer(Initializer biasInitializer) {
        return with(l -> ((Biased<?>) l).bias = bias.initializer(biasInitializer));
    }

    /// With this price on the bias's size. Default: none.
    public final S biasRegularizer(Regularizer biasRegularizer) {
        return with(l -> ((Biased<?>) l).bias = bias.regularizer(biasRegularizer));
    }

    /// With this rule for the bias. Default: none.
    public final S biasConstraint(Constraint biasConstraint) {
        return with(l -> ((Biased<?>) l).bias = bias.constraint(biasConstraint));
    }

    // ---- what these layers share

    /// What the weights made, with bias and activation.
    final Tensor finished(Scope s, Tensor product) {
        return activation.of(biased(s, product));
    }

    /// What the weights made, with the bias, one for each position of the last axis.
    final Tensor biased(Scope s, Tensor product) {
        return useBias ? product.add(bias(s, product.dim(-1))) : product;
    }

    final Tensor bias(Scope s, int... dims) {
        return bias.weight(s, "bias", dims);
    }

    final Tensor activated(Tensor sum) {
        return activation.of(sum);
    }

    final Options activationOption() {
        return Options.of("activation", Activation.class, activation, v -> activation = v);
    }

    /// `activation`, `use_bias`, and the rules of the other weights and the bias.
    final Options weightOptions(WeightRules.Choice... others) {
        return activationOption()
                .and("use_bias", boolean.class, useBias, v -> useBias = v)
                .and(ruleOptions(others));
    }

    /// The rules of the other weights and the bias.
    final Options ruleOptions(WeightRules.Choice... others) {
        var all = Arrays.copyOf(others, others.length + 1);
        all[others.length] =
                new WeightRules.Choice("bias", bias, change -> bias = change.apply(bias));
        return WeightRules.options(activityOption(), all);
    }
}
