package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.initializers.Initializer;
import hebb.nn.math.Axes;

/// `scale · x / √(mean of x² + epsilon)`, with the mean of each sample along some axes.
///
/// - weights: `scale`, of the lengths of these axes. As in Keras it broadcasts against the last
///   axes of the input, whichever those are that were named.
///
/// Defaults: `axis` -1, `epsilon` 1e-6. Source: Zhang and Sennrich, arXiv 1910.07467.
public final class RMSNormalization extends Layer<RMSNormalization> {
    private int[] axis = {-1};
    private double epsilon = 1e-6;

    private RMSNormalization() {}

    /// Along the last axis.
    public static RMSNormalization of() {
        return new RMSNormalization();
    }

    /// Along these axes together. Default: the last.
    public RMSNormalization axis(int... axis) {
        return with(l -> l.axis = axis.clone());
    }

    /// With this added to the mean. Default: 1e-6.
    public RMSNormalization epsilon(double epsilon) {
        return with(l -> l.epsilon = epsilon);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        var axes = Axes.of(x.shape(), axis);
        var lengths = Shape.of(Axes.lengths(x.shape(), axis));
        var scale = s.weight("scale", lengths, Initializer.ones());
        return x.mul(x.square().meanKeepDims(axes).add(epsilon).rsqrt()).mul(scale);
    }

    @Override
    public Options options() {
        return Options.ofAxes(axis, v -> axis = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v);
    }
}
