package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;
import java.util.Optional;

/// Steps over the root of the mean of recent squared gradients: `v = rho · v + (1 - rho) · g²`, `w
/// - rate · g / √(v + epsilon)`.
///
/// Defaults: learning rate 0.001, `rho` 0.9, `momentum` 0, `epsilon` 1e-7, not `centered`. Source:
/// Hinton, "Neural networks for machine learning", lecture 6, 2012.
public final class RMSprop extends Optimizer<RMSprop> {
    private double rho = 0.9;
    private double momentum;
    private double epsilon = 1e-7;
    private boolean centered;

    private RMSprop() {
        super("rm_sprop", 0.001);
    }

    /// With the learning rate 0.001.
    public static RMSprop of() {
        return new RMSprop();
    }

    /// With this learning rate.
    public static RMSprop of(double learningRate) {
        return new RMSprop().learningRate(learningRate);
    }

    /// With this share of the mean kept at each step. Default: 0.9.
    public RMSprop rho(double rho) {
        return with(o -> o.rho = rho);
    }

    /// With this share of the last step kept in the next one. Default: 0.
    public RMSprop momentum(double momentum) {
        return with(o -> o.momentum = Require.fraction("RMSprop", "momentum", momentum));
    }

    /// With this added to the mean, against divisions by 0. Default: 1e-7.
    public RMSprop epsilon(double epsilon) {
        return with(o -> o.epsilon = epsilon);
    }

    /// Whether to divide by the deviation from the mean gradient instead. Default: not.
    public RMSprop centered(boolean centered) {
        return with(o -> o.centered = centered);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var velocity = u.value("velocity").mul(rho).add(gradient.square().mul(1 - rho));
        u.assign("velocity", velocity);
        var last = momentum > 0 ? Optional.of(u.value("momentum")) : Optional.<Tensor>empty();
        var step = gradient.mul(u.rate()).div(denominator(u, velocity, gradient).sqrt());
        var increment = last.map(l -> l.mul(momentum).add(step)).orElse(step);
        last.ifPresent(_ -> u.assign("momentum", increment));
        return weight.sub(increment);
    }

    @Override
    boolean isListedApart(String name) {
        return !name.equals("velocity");
    }

    @Override
    public Options options() {
        return super.options()
                .and("rho", double.class, rho, v -> rho = v)
                .and("momentum", double.class, momentum, v -> momentum = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v)
                .and("centered", boolean.class, centered, v -> centered = v);
    }

    private Tensor denominator(Update u, Tensor velocity, Tensor gradient) {
        if (!centered) {
            return velocity.add(epsilon);
        }
        var average = u.value("average_gradient").mul(rho).add(gradient.mul(1 - rho));
        u.assign("average_gradient", average);
        return velocity.sub(average.square()).add(epsilon);
    }
}
