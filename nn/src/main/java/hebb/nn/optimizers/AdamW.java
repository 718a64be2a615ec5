package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// [Adam] with weights drawn towards 0 before each update.
///
/// Defaults: learning rate 0.001, `weightDecay` 0.004, `beta1` 0.9, `beta2` 0.999, `epsilon` 1e-7,
/// not `amsgrad`. Source: Loshchilov and Hutter, arXiv 1711.05101.
public final class AdamW extends Moments<AdamW> {
    private boolean amsgrad;

    private AdamW() {
        super("adam_w", 0.001);
    }

    /// With the learning rate 0.001 and the weight decay 0.004.
    public static AdamW of() {
        return new AdamW().weightDecay(0.004);
    }

    /// With this learning rate and the weight decay 0.004.
    public static AdamW of(double learningRate) {
        return of().learningRate(learningRate);
    }

    /// Whether to divide by the largest mean of squares so far (AMSGrad). Default: not.
    public AdamW amsgrad(boolean amsgrad) {
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
