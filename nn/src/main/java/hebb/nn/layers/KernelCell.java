package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.Optional;

/// A cell with a kernel for the input, one for the state, and a bias.
///
/// @param <S> the class itself
public abstract sealed class KernelCell<S extends KernelCell<S>> extends RecurrentCell<S>
        permits SimpleRNNCell, GatedCell {
    private Activation activation = Activation.TANH;
    private boolean useBias = true;
    private Initializer kernelInitializer = Initializer.glorotUniform();
    private Initializer recurrentInitializer = Initializer.orthogonal();
    private Initializer biasInitializer = Initializer.zeros();
    private Regularizer kernelRegularizer = Regularizer.none();
    private Regularizer recurrentRegularizer = Regularizer.none();
    private Regularizer biasRegularizer = Regularizer.none();
    private Constraint kernelConstraint = Constraint.none();
    private Constraint recurrentConstraint = Constraint.none();
    private Constraint biasConstraint = Constraint.none();
    private double dropout;
    private double recurrentDropout;
    private Optional<Long> seed = Optional.empty();

    KernelCell() {}

    // ---- options

    /// With this function at the end. Default: tanh.
    public final S activation(Activation activation) {
        return with(l -> ((KernelCell<?>) l).activation = activation);
    }

    /// Whether a bias is added. Default: it is.
    public final S useBias(boolean useBias) {
        return with(l -> ((KernelCell<?>) l).useBias = useBias);
    }

    /// With this first value of the input's kernel. Default: Glorot's, uniform.
    public final S kernelInitializer(Initializer kernelInitializer) {
        return with(l -> ((KernelCell<?>) l).kernelInitializer = kernelInitializer);
    }

    /// With this first value of the state's kernel. Default: orthogonal.
    public final S recurrentInitializer(Initializer recurrentInitializer) {
        return with(l -> ((KernelCell<?>) l).recurrentInitializer = recurrentInitializer);
    }

    /// With this first value of the bias. Default: zeros.
    public final S biasInitializer(Initializer biasInitializer) {
        return with(l -> ((KernelCell<?>) l).biasInitializer = biasInitializer);
    }

    /// With this price on the size of the input's kernel. Default: none.
    public final S kernelRegularizer(Regularizer kernelRegularizer) {
        return with(l -> ((KernelCell<?>) l).kernelRegularizer = kernelRegularizer);
    }

    /// With this price on the size of the state's kernel. Default: none.
    public final S recurrentRegularizer(Regularizer recurrentRegularizer) {
        return with(l -> ((KernelCell<?>) l).recurrentRegularizer = recurrentRegularizer);
    }

    /// With this price on the bias's size. Default: none.
    public final S biasRegularizer(Regularizer biasRegularizer) {
        return with(l -> ((KernelCell<?>) l).biasRegularizer = biasRegularizer);
    }

    /// With this rule for the input's kernel. Default: none.
    public final S kernelConstraint(Constraint kernelConstraint) {
        return with(l -> ((KernelCell<?>) l).kernelConstraint = kernelConstraint);
    }

    /// With this rule for the state's kernel. Default: none.
    public final S recurrentConstraint(Constraint recurrentConstraint) {
        return with(l -> ((KernelCell<?>) l).recurrentConstraint = recurrentConstraint);
    }

    /// With this rule for the bias. Default: none.
    public final S biasConstraint(Constraint biasConstraint) {
        return with(l -> ((KernelCell<?>) l).biasConstraint = biasConstraint);
    }

    /// With this share of the input dropped in training, the same at all times. Default: 0.
    public final S dropout(double dropout) {
        double rate = Require.fraction(className(), "dropout", dropout);
        return with(l -> ((KernelCell<?>) l).dropout = rate);
    }

    /// With this share of the state dropped in training on its way to the kernel, the same at all
    /// times. Default: 0.
    public final S recurrentDropout(double recurrentDropout) {
        double rate = Require.fraction(className(), "recurrent_dropout", recurrentDropout);
        return with(l -> ((KernelCell<?>) l).recurrentDropout = rate);
    }

    /// With random numbers from this seed instead of the model's.
    public final S seed(long seed) {
        return with(l -> ((KernelCell<?>) l).seed = Optional.of(seed));
    }

    // ---- what these cells share

    /// The kernel for the input.
    final Tensor kernel(Scope s, Shape shape) {
        return s.weight("kernel", shape, kernelInitializer, kernelRegularizer, kernelConstraint);
    }

    /// The kernel for the state.
    final Tensor recurrentKernel(Scope s, Shape shape) {
        return s.weight(
                "recurrent_kernel",
                shape,
                recurrentInitializer,
                recurrentRegularizer,
                recurrentConstraint);
    }

    /// The bias, if there is one.
    final Optional<Tensor> bias(Scope s, Shape shape) {
        return useBias
                ? Optional.of(
                        s.weight(
                                "bias",
                                shape,
                                firstBias(biasInitializer),
                                biasRegularizer,
                                biasConstraint))
                : Optional.empty();
    }

    /// `x · kernel + bias` over the last axis, as one product for all times and samples; the bias
    /// is added before the axes return, so that it becomes a part of the product.
    static Tensor product(Tensor x, Tensor kernel, Optional<Tensor> bias) {
        return x.rank() == 2
                ? biased(x.matmul(kernel), bias)
                : biased(x.reshape(-1, x.dim(-1)).matmul(kernel), bias)
                        .reshape(x.shape().with(-1, kernel.dim(-1)));
    }

    static Tensor biased(Tensor x, Optional<Tensor> bias) {
        return bias.map(x::add).orElse(x);
    }

    /// The first value of the bias, made of the one that was chosen.
    Initializer firstBias(Initializer chosen) {
        return chosen;
    }

    /// The activation's value.
    final Tensor activated(Tensor x) {
        return activation.of(x);
    }

    final boolean dropsStates() {
        return recurrentDropout != 0;
    }

    /// The input with some of it dropped, if that is to be; `number` tells apart several masks.
    final Tensor dropped(Scope s, Tensor x, int number) {
        int rank = x.rank();
        // time may be in front: the mask is the same at all times
        var once =
                rank > sampleRank() + 1
                        ? x.shape().slice(rank - sampleRank() - 1, rank)
                        : x.shape();
        return dropped(s, x, once, dropout, "dropout", number);
    }

    /// The state with some of it dropped, if that is to be.
    final Tensor droppedState(Scope s, Tensor h, int number) {
        return dropped(s, h, h.shape(), recurrentDropout, "recurrent_dropout", number);
    }

    private Tensor dropped(Scope s, Tensor x, Shape once, double rate, String purpose, int number) {
        if (!s.training() || rate <= 0 || (rate >= 1 && !dropsAll())) {
            return x;
        }
        if (rate >= 1) {
            return x.mul(0);
        }
        var stream = number == 0 ? purpose : purpose + "_" + number;
        var random = seed.map(n -> s.random(stream, n)).orElseGet(() -> s.random(stream));
        var kept = random.uniform(new Spec(once, x.dtype())).greaterEqual(rate);
        return x.mul(
                Tensor.where(
                        kept,
                        Tensor.scalar(1 / (1 - rate), x.dtype()),
                        Tensor.scalar(0, x.dtype())));
    }

    /// Whether a rate of 1 drops everything. Keras's gated cells drop nothing then.
    boolean dropsAll() {
        return false;
    }

    /// How many axes an input has at one time, without the batch.
    int sampleRank() {
        return 1;
    }

    @Override
    int outputState() {
        return 0;
    }

    @Override
    public Options options() {
        return size().and("activation", Activation.class, activation, v -> activation = v)
                .and(gates())
                .and("use_bias", boolean.class, useBias, v -> useBias = v)
                .and(
                        "kernel_initializer",
                        Initializer.class,
                        kernelInitializer,
                        v -> kernelInitializer = v)
                .and(
                        "recurrent_initializer",
                        Initializer.class,
                        recurrentInitializer,
                        v -> recurrentInitializer = v)
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
                        "recurrent_regularizer",
                        Regularizer.class,
                        recurrentRegularizer,
                        v -> recurrentRegularizer = v)
                .and(
                        "bias_regularizer",
                        Regularizer.class,
                        biasRegularizer,
                        v -> biasRegularizer = v)
                .and(
                        "kernel_constraint",
                        Constraint.class,
                        kernelConstraint,
                        v -> kernelConstraint = v)
                .and(
                        "recurrent_constraint",
                        Constraint.class,
                        recurrentConstraint,
                        v -> recurrentConstraint = v)
                .and("bias_constraint", Constraint.class, biasConstraint, v -> biasConstraint = v)
                .and("dropout", double.class, dropout, v -> dropout = v)
                .and("recurrent_dropout", double.class, recurrentDropout, v -> recurrentDropout = v)
                .optional("seed", Long.class, seed, v -> seed = v);
    }

    /// The options that come first.
    abstract Options size();

    /// The options of gates.
    Options gates() {
        return Options.none();
    }
}
