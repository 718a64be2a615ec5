package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;

/// Moving means of gradients, which begin at 0 and are therefore too small at first.
final class Means {
    private Means() {}

    /// A mean after it went this share of the way to `target`.
    static Tensor moved(Update u, String name, Tensor target, double share) {
        var old = u.value(name);
        var next = old.add(target.sub(old).mul(share));
        u.assign(name, next);
        return next;
    }

    /// `1 - beta^t` at this step t: how large a part of a mean is known by now.
    static Tensor known(Update u, double beta) {
        return u.once(
                "known of " + beta,
                () -> rest(Tensor.scalar(beta, u.number().dtype()).pow(u.number())));
    }

    /// `rate · √(1 - beta2^t) / (1 - beta1^t)`: a rate that makes up for both means of Adam.
    static Tensor unbiasedRate(Update u, Tensor rate, double beta1, double beta2) {
        return u.once("alpha", () -> rate.mul(known(u, beta2).sqrt()).div(known(u, beta1)));
    }

    /// `1 - x`.
    static Tensor rest(Tensor x) {
        return Tensor.scalar(1, x.dtype()).sub(x);
    }
}
