package hebb.nn.layers;

import hebb.nn.Options;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.regularizers.Regularizer;
import java.util.function.UnaryOperator;

/// A recurrent layer of one of Hebb's own cells, whose options it has.
///
/// @param <S> the class itself
/// @param <C> the cell's class
public abstract sealed class KernelRNN<S extends KernelRNN<S, C>, C extends KernelCell<C>>
        extends Recurrent<S> permits SimpleRNN, GatedRNN {
    private C cell;

    KernelRNN(C cell) {
        this.cell = cell;
    }

    /// This layer with another cell.
    final S cell(UnaryOperator<C> change) {
        return with(l -> ((KernelRNN<S, C>) l).cell = change.apply(cell));
    }

    // ---- the cell's options

    /// With this function at the end. Default: tanh.
    public final S activation(Activation activation) {
        return cell(c -> c.activation(activation));
    }

    /// Whether a bias is added. Default: it is.
    public final S useBias(boolean useBias) {
        return cell(c -> c.useBias(useBias));
    }

    /// With this first value of the input's kernel. Default: Glorot's, uniform.
    public final S kernelInitializer(Initializer kernelInitializer) {
        return cell(c -> c.kernelInitializer(kernelInitializer));
    }

    /// With this first value of the state's kernel. Default: orthogonal.
    public final S recurrentInitializer(Initializer recurrentInitializer) {
        return cell(c -> c.recurrentInitializer(recurrentInitializer));
    }

    /// With this first value of the bias. Default: zeros.
    public final S biasInitializer(Initializer biasInitializer) {
        return cell(c -> c.biasInitializer(biasInitializer));
    }

    /// With this price on the size of the input's kernel. Default: none.
    public final S kernelRegularizer(Regularizer kernelRegularizer) {
        return cell(c -> c.kernelRegularizer(kernelRegularizer));
    }

    /// With this price on the size of the state's kernel. Default: none.
    public final S recurrentRegularizer(Regularizer recurrentRegularizer) {
        return cell(c -> c.recurrentRegularizer(recurrentRegularizer));
    }

    /// With this price on the bias's size. Default: none.
    public final S biasRegularizer(Regularizer biasRegularizer) {
        return cell(c -> c.biasRegularizer(biasRegularizer));
    }

    /// With this rule for the input's kernel. Default: none.
    public final S kernelConstraint(Constraint kernelConstraint) {
        return cell(c -> c.kernelConstraint(kernelConstraint));
    }

    /// With this rule for the state's kernel. Default: none.
    public final S recurrentConstraint(Constraint recurrentConstraint) {
        return cell(c -> c.recurrentConstraint(recurrentConstraint));
    }

    /// With this rule for the bias. Default: none.
    public final S biasConstraint(Constraint biasConstraint) {
        return cell(c -> c.biasConstraint(biasConstraint));
    }

    /// With this share of the input dropped in training, the same at all times. Default: 0.
    public final S dropout(double dropout) {
        return cell(c -> c.dropout(dropout));
    }

    /// With this share of the state dropped in training on its way to the kernel, the same at all
    /// times. Default: 0.
    public final S recurrentDropout(double recurrentDropout) {
        return cell(c -> c.recurrentDropout(recurrentDropout));
    }

    /// With random numbers from this seed instead of the model's.
    public final S seed(long seed) {
        return cell(c -> c.seed(seed));
    }

    // ---- what it computes

    @Override
    final C cell() {
        return cell;
    }

    @Override
    int inputRank() {
        return 3;
    }

    @Override
    public final Options options() {
        return super.options().and(cell.options()).and(activityOption());
    }
}
