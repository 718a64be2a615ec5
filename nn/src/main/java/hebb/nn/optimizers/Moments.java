package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// An optimizer that keeps the means of recent gradients and of their squares.
///
/// @param <S> the class itself
public abstract sealed class Moments<S extends Moments<S>> extends Optimizer<S>
        permits Adam, AdamW, Adamax, Nadam, Lamb {
    private double beta1 = 0.9;
    private double beta2 = 0.999;
    private double epsilon = 1e-7;

    Moments(String name, double learningRate) {
        super(name, learningRate);
    }

    /// With this share of the mean gradient kept at each step, from 0 to 1. Default: 0.9.
    public final S beta1(double beta1) {
        return with(o -> ((Moments<?>) o).beta1 = Require.fraction(className(), "beta_1", beta1));
    }

    /// With this share of the mean of squares kept at each step, from 0 to 1. Default: 0.999.
    public final S beta2(double beta2) {
        return with(o -> ((Moments<?>) o).beta2 = Require.fraction(className(), "beta_2", beta2));
    }

    /// With this added to divisors. Default: 1e-7.
    public final S epsilon(double epsilon) {
        return with(o -> ((Moments<?>) o).epsilon = epsilon);
    }

    final double beta1() {
        return beta1;
    }

    final double beta2() {
        return beta2;
    }

    final double epsilon() {
        return epsilon;
    }

    /// The mean of recent gradients, this one included.
    final Tensor momentum(Update u, Tensor gradient) {
        return Means.moved(u, "momentum", gradient, 1 - beta1);
    }

    /// The mean of the squares of recent gradients, of this one included.
    final Tensor velocity(Update u, Tensor gradient) {
        return Means.moved(u, "velocity", gradient.square(), 1 - beta2);
    }

    /// Adam's step, whose rate makes up for means that began at 0.
    final Tensor adam(Update u, Tensor weight, Tensor gradient, boolean amsgrad) {
        var momentum = momentum(u, gradient);
        var velocity = velocity(u, gradient);
        if (amsgrad) {
            velocity = u.value("velocity_hat").maximum(velocity);
            u.assign("velocity_hat", velocity);
        }
        var alpha = Means.unbiasedRate(u, u.rate(), beta1, beta2);
        return weight.sub(momentum.mul(alpha).div(velocity.sqrt().add(epsilon)));
    }

    @Override
    final boolean isListedApart(String name) {
        return name.equals("velocity_hat");
    }

    @Override
    public Options options() {
        return super.options()
                .and("beta_1", double.class, beta1, v -> beta1 = v)
                .and("beta_2", double.class, beta2, v -> beta2 = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v);
    }
}
