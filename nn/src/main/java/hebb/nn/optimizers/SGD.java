package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// Gradient descent: `w - rate · g`; with momentum `v = momentum · v - rate · g`, `w + v`; with
/// Nesterov's momentum `w + momentum · v - rate · g`.
///
/// Defaults: learning rate 0.01, `momentum` 0, not `nesterov`.
public final class SGD extends Optimizer<SGD> {
    private double momentum;
    private boolean nesterov;

    private SGD() {
        super("sgd", 0.01);
    }

    /// With the learning rate 0.01.
    public static SGD of() {
        return new SGD();
    }

    /// With this learning rate.
    public static SGD of(double learningRate) {
        return new SGD().learningRate(learningRate);
    }

    /// With this share of the last step kept in the next one, from 0 to 1. Default: 0.
    public SGD momentum(double momentum) {
        return with(o -> o.momentum = Require.fraction("SGD", "momentum", momentum));
    }

    /// Whether to look ahead, as Nesterov does. Default: not.
    public SGD nesterov(boolean nesterov) {
        return with(o -> o.nesterov = nesterov);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var move = gradient.mul(u.rate());
        if (momentum == 0) {
            return weight.sub(move);
        }
        var velocity = u.value("momentum").mul(momentum).sub(move);
        u.assign("momentum", velocity);
        return weight.add(nesterov ? velocity.mul(momentum).sub(move) : velocity);
    }

    @Override
    public Options options() {
        return super.options()
                .and("momentum", double.class, momentum, v -> momentum = v)
                .and("nesterov", boolean.class, nesterov, v -> nesterov = v);
    }
}
