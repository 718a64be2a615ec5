package hebb.nn.optimizers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// [Adam] that needs no schedule of learning rates: gradients are taken at `y`, between `z`, which
/// takes the steps, and `x`, which is the mean of all `z` so far.
///
/// `z = z - rate · g / (√v + epsilon)`, `x = (1 - 1/t) · x + z / t`, `y = (1 - beta1) · z + beta1 ·
/// x`; the weights are y. Defaults: learning rate 0.0025, `beta1` 0.9, `beta2` 0.999, `epsilon`
/// 1e-8, `warmupSteps` 0. Source: Defazio and others, arXiv 2405.15682.
public final class ScheduleFreeAdamW extends Optimizer<ScheduleFreeAdamW> {
    private double beta1 = 0.9;
    private double beta2 = 0.999;
    private double epsilon = 1e-8;
    private int warmupSteps;

    private ScheduleFreeAdamW() {
        super("schedule_free_adam_w", 0.0025);
    }

    /// With the learning rate 0.0025.
    public static ScheduleFreeAdamW of() {
        return new ScheduleFreeAdamW();
    }

    /// With this learning rate.
    public static ScheduleFreeAdamW of(double learningRate) {
        return new ScheduleFreeAdamW().learningRate(learningRate);
    }

    /// With this share of the mean in where gradients are taken. Default: 0.9.
    public ScheduleFreeAdamW beta1(double beta1) {
        return with(o -> o.beta1 = Require.fraction("ScheduleFreeAdamW", "beta_1", beta1));
    }

    /// With this share of the mean of squares kept at each step. Default: 0.999.
    public ScheduleFreeAdamW beta2(double beta2) {
        return with(o -> o.beta2 = Require.fraction("ScheduleFreeAdamW", "beta_2", beta2));
    }

    /// With this added to divisors. Default: 1e-8.
    public ScheduleFreeAdamW epsilon(double epsilon) {
        return with(o -> o.epsilon = epsilon);
    }

    /// With a learning rate that grows from 0 in so many steps. Default: 0.
    public ScheduleFreeAdamW warmupSteps(int warmupSteps) {
        return with(o -> o.warmupSteps = warmupSteps);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var keep = Tensor.scalar(beta1, weight.dtype());
        var take = Means.rest(keep);
        var before = u.value("momentum", (_, _) -> u.weight().value());
        var take2 = Means.rest(Tensor.scalar(beta2, weight.dtype()));
        var old = u.value("velocity");
        var velocity = old.add(gradient.square().sub(old).mul(take2));
        u.assign("velocity", velocity);
        var root = velocity.div(Means.known(u, beta2)).sqrt().add(epsilon);
        var z = before.sub(gradient.mul(u.once("warm rate", () -> warmRate(u))).div(root));
        u.assign("momentum", z);
        var share = u.once("share", () -> u.number().reciprocal());
        var mean = weight.sub(take.mul(before)).div(keep);
        var x = u.once("rest of share", () -> Means.rest(share)).mul(mean).add(share.mul(z));
        return take.mul(z).add(keep.mul(x));
    }

    private Tensor warmRate(Update u) {
        return warmupSteps > 0 ? u.rate().mul(u.number().div(warmupSteps).minimum(1)) : u.rate();
    }

    @Override
    public Options options() {
        return super.options()
                .and("beta_1", double.class, beta1, v -> beta1 = v)
                .and("beta_2", double.class, beta2, v -> beta2 = v)
                .and("epsilon", double.class, epsilon, v -> epsilon = v)
                .and("warmup_steps", int.class, warmupSteps, v -> warmupSteps = v);
    }
}
