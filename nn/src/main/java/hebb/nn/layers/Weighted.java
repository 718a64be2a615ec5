package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;

/// A layer with a kernel, a bias, and an activation at the end.
///
/// @param <S> the class itself
public abstract sealed class Weighted<S extends Weighted<S>> extends Layer<S>
        permits Dense, Convolutional {
    private Activation activation = Activation.LINEAR;
    private boolean useBias = true;
    private Initializer kernelInitializer = Initializer.glorotUniform();
    private Initializer biasInitializer = Initializer.zeros();
    private Regularizer kernelRegularizer = Regularizer.none();
    private Regularizer biasRegularizer = Regularizer.none();
    private Regularizer activityRegularizer = Regularizer.none();
    private Constraint kernelConstraint = Constraint.none();
    private Constraint biasConstraint = Constraint.none();

    Weighted() {}

    // ---- options

    /// With this function at the end. Default: none.
    public final S activation(Activation activation) {
        return with(l -> ((Weighted<?>) l).activation = activation);
    }

    /// Whether a bias is added. Default: it is.
    public final S useBias(boolean useBias) {
        return with(l -> ((Weighted<?>) l).useBias = useBias);
    }

    /// With this first value of the kernel. Default: Glorot's, uniform.
    public final S kernelInitializer(Initializer kernelInitializer) {
        return with(l -> ((Weighted<?>) l).kernelInitializer = kernelInitializer);
    }

    /// With this first value of the bias. Default: zeros.
    public final S biasInitializer(Initializer biasInitializer) {
        return with(l -> ((Weighted<?>) l).biasInitializer = biasInitializer);
    }

    /// With this price on the kernel's size. Default: none.
    public final S kernelRegularizer(Regularizer kernelRegularizer) {
        return with(l -> ((Weighted<?>) l).kernelRegularizer = kernelRegularizer);
    }

    /// With this price on the bias's size. Default: none.
    public final S biasRegularizer(Regularizer biasRegularizer) {
        return with(l -> ((Weighted<?>) l).biasRegularizer = biasRegularizer);
    }

    /// With this price on the size of what the layer makes. Default: none.
    public final S activityRegularizer(Regularizer activityRegularizer) {
        return with(l -> ((Weighted<?>) l).activityRegularizer = activityRegularizer);
    }

    /// With this rule for the kernel. Default: none.
    public final S kernelConstraint(Constraint kernelConstraint) {
        return with(l -> ((Weighted<?>) l).kernelConstraint = kernelConstraint);
    }

    /// With this rule for the bias. Default: none.
    public final S biasConstraint(Constraint biasConstraint) {
        return with(l -> ((Weighted<?>) l).biasConstraint = biasConstraint);
    }

    // ---- what these layers share

    final Tensor kernel(Scope s, int... dims) {
        return s.weight(
                "kernel", Shape.of(dims), kernelInitializer, kernelRegularizer, kernelConstraint);
    }

    /// What the kernel made, with bias and activation.
    final Tensor finished(Scope s, Tensor product) {
        return activated(s, biased(s, product));
    }

    /// What the kernel made, with the bias.
    final Tensor biased(Scope s, Tensor product) {
        return useBias ? product.add(bias(s, product.dim(-1))) : product;
    }

    /// The result, of what kernel and bias made.
    final Tensor activated(Scope s, Tensor sum) {
        var y = activation.of(sum);
        if (!activityRegularizer.equals(Regularizer.none())) {
            s.loss(activityRegularizer.of(y));
        }
        return y;
    }

    private Tensor bias(Scope s, int units) {
        return s.weight("bias", Shape.of(units), biasInitializer, biasRegularizer, biasConstraint);
    }

    @Override
    public Options options() {
        return Options.of("activation", Activation.class, activation, v -> activation = v)
                .and("use_bias", boolean.class, useBias, v -> useBias = v)
                .and(
                        "kernel_initializer",
                        Initializer.class,
                        kernelInitializer,
                        v -> kernelInitializer = v)
                .and(
                        "bias_initializer",
                        Initializer.class,
                        biasInitializer,
                        v -> biasInitializer = v)
                .and(
                        "kernel_regularizer",
                        Regularizer.class,
                        kernelRegularizer,
                        v -> kernelRegularizer = v)
                .and(
                        "bias_regularizer",
                        Regularizer.class,
                        biasRegularizer,
                        v -> biasRegularizer = v)
                .and(
                        "activity_regularizer",
                        Regularizer.class,
                        activityRegularizer,
                        v -> activityRegularizer = v)
                .and(
                        "kernel_constraint",
                        Constraint.class,
                        kernelConstraint,
                        v -> kernelConstraint = v)
                .and("bias_constraint", Constraint.class, biasConstraint, v -> biasConstraint = v);
    }
}
