package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;

/// [Adam] with the largest recent gradient in place of the root of the mean of squares: `u =
/// max(beta2 · u, |g|)`.
///
/// Defaults: learning rate 0.001, `beta1` 0.9, `beta2` 0.999, `epsilon` 1e-7. Source: Kingma and
/// Ba, arXiv 1412.6980, section 7.
public final class Adamax extends Moments<Adamax> {
    private Adamax() {
        super("adamax", 0.001);
    }

    /// With the learning rate 0.001.
    public static Adamax of() {
        return new Adamax();
    }

    /// With this learning rate.
    public static Adamax of(double learningRate) {
        return new Adamax().learningRate(learningRate);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var momentum = momentum(u, gradient);
        var norm = u.value("norm").mul(beta2()).maximum(gradient.abs());
        u.assign("norm", norm);
        return weight.sub(
                momentum.mul(u.rate()).div(norm.add(epsilon()).mul(Means.known(u, beta1()))));
    }
}
