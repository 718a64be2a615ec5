package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.initializers.VarianceScaling;
import hebb.nn.regularizers.Regularizer;

/// A layer with a kernel, a bias, and an activation at the end.
///
/// @param <S> the class itself
public abstract sealed class Weighted<S extends Weighted<S>> extends Biased<S>
        permits Convolutional, Dense, EinsumDense, TransposedConvolutional {
    private WeightRules kernel = WeightRules.of(Initializer.glorotUniform());

    Weighted() {}

    /// With this first value of the kernel. Default: Glorot's, uniform.
    public final S kernelInitializer(Initializer kernelInitializer) {
        return with(l -> ((Weighted<?>) l).kernel = kernel.initializer(kernelInitializer));
    }

    /// With this price on the kernel's size. Default: none.
    public final S kernelRegularizer(Regularizer kernelRegularizer) {
        return with(l -> ((Weighted<?>) l).kernel = kernel.regularizer(kernelRegularizer));
    }

    /// With this rule for the kernel. Default: none.
    public final S kernelConstraint(Constraint kernelConstraint) {
        return with(l -> ((Weighted<?>) l).kernel = kernel.constraint(kernelConstraint));
    }

    final Tensor kernel(Scope s, int... dims) {
        return kernel.weight(s, "kernel", dims);
    }

    /// A kernel of which these axes are the inputs' and those the outputs', for initializers that
    /// count them.
    final Tensor kernel(Scope s, int[] inputAxes, int[] outputAxes, int... dims) {
        var begins = kernel.initializer();
        var own =
                begins instanceof VarianceScaling v
                        ? v.axesUnlessGiven(inputAxes, outputAxes)
                        : begins;
        return kernel.initializer(own).weight(s, "kernel", dims);
    }

    final WeightRules.Choice kernelChoice() {
        return new WeightRules.Choice("kernel", kernel, change -> kernel = change.apply(kernel));
    }

    @Override
    public Options options() {
        return weightOptions(kernelChoice());
    }
}
