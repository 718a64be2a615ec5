package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;

/// [Adam] whose step for each weight is as long as the weight, times the learning rate: for large
/// batches.
///
/// Defaults: learning rate 0.001, `beta1` 0.9, `beta2` 0.999, `epsilon` 1e-7. Source: You and
/// others, arXiv 1904.00962.
public final class Lamb extends Moments<Lamb> {
    private Lamb() {
        super("lamb", 0.001);
    }

    /// With the learning rate 0.001.
    public static Lamb of() {
        return new Lamb();
    }

    /// With this learning rate.
    public static Lamb of(double learningRate) {
        return new Lamb().learningRate(learningRate);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var momentum = momentum(u, gradient).div(Means.known(u, beta1()));
        var velocity = velocity(u, gradient).div(Means.known(u, beta2()));
        var step = momentum.div(velocity.sqrt().add(epsilon()));
        var length = length(weight);
        var stepLength = length(step);
        var one = Tensor.scalar(1, weight.dtype());
        var known = length.greater(0).and(stepLength.greater(0));
        var ratio = Tensor.where(known, length.div(stepLength), one);
        return weight.sub(ratio.mul(u.rate()).mul(step));
    }

    private static Tensor length(Tensor x) {
        return x.square().sum().sqrt();
    }
}
