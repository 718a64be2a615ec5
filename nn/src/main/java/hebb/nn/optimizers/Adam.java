package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// `m = m + (1 - beta1) · (g - m)`, `v = v + (1 - beta2) · (g² - v)`, both freed of their bias
/// towards 0, and `w - rate · m / (√v + epsilon)`.
///
/// Defaults: learning rate 0.001, `beta1` 0.9, `beta2` 0.999, `epsilon` 1e-7, not `amsgrad`.
/// Source: Kingma and Ba, arXiv 1412.6980; Reddi and others, "On the convergence of Adam and
/// beyond", 2018.
public final class Adam extends Moments<Adam> {
    private boolean amsgrad;

    private Adam() {
        super("adam", 0.001);
    }

    /// With the learning rate 0.001.
    public static Adam of() {
        return new Adam();
    }

    /// With this learning rate.
    public static Adam of(double learningRate) {
        return new Adam().learningRate(learningRate);
    }

    /// Whether to divide by the largest mean of squares so far (AMSGrad). Default: not.
    public Adam amsgrad(boolean amsgrad) {
        return with(o -> o.amsgrad = amsgrad);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        return adam(u, weight, gradient, amsgrad);
    }

    @Override
    public Options options() {
        return super.options().and("amsgrad", boolean.class, amsgrad, v -> amsgrad = v);
    }
}
