package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.Axes;
import java.util.Optional;

/// `gamma · (x - mean) / √(variance + epsilon) + beta`, with mean and variance of each sample along
/// some axes.
///
/// - weights: `gamma`, `beta`, of the lengths of these axes
///
/// Defaults: `axis` -1, `epsilon` 0.001, `center` (with beta) and `scale` (with gamma) on. Source:
/// Ba and others, arXiv 1607.06450.
public final class LayerNormalization extends Normalizing<LayerNormalization> {
    private int[] axis = {-1};
    private boolean rmsScaling;

    private LayerNormalization() {}

    /// Along the last axis.
    public static LayerNormalization of() {
        return new LayerNormalization();
    }

    /// Along these axes together. Default: the last.
    public LayerNormalization axis(int... axis) {
        return with(l -> l.axis = axis.clone());
    }

    /// Whether to compute `gamma · x / √(variance + epsilon)` instead. Default: not. Keras keeps it
    /// for old files; [RMSNormalization] is what the name promises.
    public LayerNormalization rmsScaling(boolean rmsScaling) {
        return with(l -> l.rmsScaling = rmsScaling);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        var axes = Axes.of(x.shape(), axis);
        var lengths = Axes.lengths(x.shape(), axis);
        var along = Axes.along(x.shape(), axes);
        var statistics = Statistics.of(x, Optional.empty(), axes);
        if (rmsScaling) {
            var factor = factor(s, lengths).reshape(along);
            return x.mul(statistics.variance().add(epsilon()).rsqrt()).mul(factor);
        }
        return normalized(x, statistics, along, gamma(s, lengths), beta(s, lengths));
    }

    @Override
    public Options options() {
        return Options.ofAxes(axis, v -> axis = v)
                .and(epsilonOption())
                .and(switches())
                .and("rms_scaling", boolean.class, rmsScaling, v -> rmsScaling = v)
                .and(ruleOptions());
    }
}
