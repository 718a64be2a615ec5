package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.Optional;

/// x, and alpha · x below 0, with an alpha that is learned for each position of a sample.
///
/// - weights: `alpha`, of a sample's shape, with length 1 along shared axes
///
/// Defaults: alpha zeros at first, no shared axes. Source: He and others, arXiv 1502.01852.
public final class PReLU extends Layer<PReLU> {
    private WeightRules alpha = WeightRules.of(Initializer.zeros());
    private Optional<int[]> sharedAxes = Optional.empty();

    private PReLU() {}

    /// With an alpha for each position.
    public static PReLU of() {
        return new PReLU();
    }

    /// With this first value of alpha. Default: zeros.
    public PReLU alphaInitializer(Initializer alphaInitializer) {
        return with(l -> l.alpha = alpha.initializer(alphaInitializer));
    }

    /// With this price on the size of alpha. Default: none.
    public PReLU alphaRegularizer(Regularizer alphaRegularizer) {
        return with(l -> l.alpha = alpha.regularizer(alphaRegularizer));
    }

    /// With this rule for alpha. Default: none.
    public PReLU alphaConstraint(Constraint alphaConstraint) {
        return with(l -> l.alpha = alpha.constraint(alphaConstraint));
    }

    /// With one alpha for all positions along these axes, which are numbered from 1, since 0 is the
    /// batch. `sharedAxes(1, 2)` after a convolution leaves one a filter. Default: none.
    public PReLU sharedAxes(int... sharedAxes) {
        return with(l -> l.sharedAxes = Optional.of(sharedAxes.clone()));
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        var shape = x.shape().slice(1, x.rank());
        for (int axis : sharedAxes.orElse(new int[0])) {
            shape = shape.with(axis - 1, 1);
        }
        var slope = alpha.weight(s, "alpha", shape.dims());
        return x.relu().sub(x.neg().relu().mul(slope));
    }

    @Override
    protected boolean supportsMasking() {
        return true;
    }

    @Override
    public Options options() {
        var choice = new WeightRules.Choice("alpha", alpha, change -> alpha = change.apply(alpha));
        return WeightRules.options(Options.none(), choice)
                .optional("shared_axes", int[].class, sharedAxes, v -> sharedAxes = v);
    }
}
