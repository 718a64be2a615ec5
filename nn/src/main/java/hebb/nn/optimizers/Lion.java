package hebb.nn.optimizers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// Steps of one size whatever the gradient's: `w - rate · sign(beta1 · m + (1 - beta1) · g)`, `m =
/// beta2 · m + (1 - beta2) · g`.
///
/// Defaults: learning rate 0.001, `beta1` 0.9, `beta2` 0.99. Source: Chen and others, arXiv
/// 2302.06675.
public final class Lion extends Optimizer<Lion> {
    private double beta1 = 0.9;
    private double beta2 = 0.99;

    private Lion() {
        super("lion", 0.001);
    }

    /// With the learning rate 0.001.
    public static Lion of() {
        return new Lion();
    }

    /// With this learning rate.
    public static Lion of(double learningRate) {
        return new Lion().learningRate(learningRate);
    }

    /// With this share of the mean gradient in a step's direction, above 0, up to 1. Default: 0.9.
    public Lion beta1(double beta1) {
        if (!(beta1 > 0 && beta1 <= 1)) {
            throw HebbException.of("Lion", "beta_1 is not between 0 and 1")
                    .received(beta1)
                    .expected("more than 0, up to 1");
        }
        return with(o -> o.beta1 = beta1);
    }

    /// With this share of the mean gradient kept at each step. Default: 0.99.
    public Lion beta2(double beta2) {
        return with(o -> o.beta2 = Require.fraction("Lion", "beta_2", beta2));
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var momentum = u.value("momentum");
        u.assign("momentum", mixed(momentum, gradient, beta2));
        return weight.sub(mixed(momentum, gradient, beta1).sign().mul(u.rate()));
    }

    private static Tensor mixed(Tensor momentum, Tensor gradient, double share) {
        var rest = Means.rest(Tensor.scalar(share, gradient.dtype()));
        return momentum.mul(share).add(gradient.mul(rest));
    }

    @Override
    public Options options() {
        return super.options()
                .and("beta_1", double.class, beta1, v -> beta1 = v)
                .and("beta_2", double.class, beta2, v -> beta2 = v);
    }
}
