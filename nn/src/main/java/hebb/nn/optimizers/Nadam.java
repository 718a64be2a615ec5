package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;

/// [Adam] with Nesterov's momentum, whose share grows from step to step as `beta1 · (1 - 0.5 ·
/// 0.96^t)`.
///
/// Defaults: learning rate 0.001, `beta1` 0.9, `beta2` 0.999, `epsilon` 1e-7. Source: Dozat,
/// "Incorporating Nesterov momentum into Adam", 2015.
public final class Nadam extends Moments<Nadam> {
    private Nadam() {
        super("nadam", 0.001);
    }

    /// With the learning rate 0.001.
    public static Nadam of() {
        return new Nadam();
    }

    /// With this learning rate.
    public static Nadam of(double learningRate) {
        return new Nadam().learningRate(learningRate);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var share = u.once("share", () -> share(u.number()));
        var next = u.once("next share", () -> share(u.number().add(1)));
        var product = u.once("product", () -> product(u));
        var ahead = momentum(u, gradient).mul(next);
        var here = gradient.mul(u.once("rest of share", () -> Means.rest(share)));
        var direction =
                ahead.div(u.once("bias ahead", () -> Means.rest(product.mul(next))))
                        .add(here.div(u.once("bias here", () -> Means.rest(product))));
        var velocity = velocity(u, gradient).div(Means.known(u, beta2()));
        return weight.sub(direction.mul(u.rate()).div(velocity.sqrt().add(epsilon())));
    }

    private Tensor share(Tensor number) {
        return growth(number).mul(beta1());
    }

    /// The product of the shares of all steps so far.
    private Tensor product(Update u) {
        var product = u.shared("u_product", 1).mul(beta1()).mul(growth(u.number()));
        u.assignShared("u_product", product);
        return product;
    }

    private static Tensor growth(Tensor number) {
        return Means.rest(Tensor.scalar(0.96, number.dtype()).pow(number).mul(0.5));
    }
}
