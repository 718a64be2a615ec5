package hebb.nn.schedules;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// `initial · decayRate^(step / decaySteps)`.
///
/// Default: not `staircase`.
public final class ExponentialDecay extends Decay<ExponentialDecay> {
    private double decaySteps;
    private double decayRate;
    private boolean staircase;

    private ExponentialDecay(double initial, double decaySteps, double decayRate) {
        super("ExponentialDecay", initial);
        this.decaySteps = Require.positive("ExponentialDecay", "decay_steps", decaySteps);
        this.decayRate = decayRate;
    }

    /// From this rate, times `decayRate` every `decaySteps` steps.
    public static ExponentialDecay of(double initial, double decaySteps, double decayRate) {
        return new ExponentialDecay(initial, decaySteps, decayRate);
    }

    /// Whether to fall every `decaySteps` steps only. Default: at each step.
    public ExponentialDecay staircase(boolean staircase) {
        return with(s -> s.staircase = staircase);
    }

    @Override
    Tensor of(Tensor step, Tensor initial) {
        return initial.mul(number(decayRate).pow(share(step, decaySteps, staircase)));
    }

    @Override
    public Options options() {
        return initial()
                .and("decay_steps", double.class, decaySteps, v -> decaySteps = v)
                .and("decay_rate", double.class, decayRate, v -> decayRate = v)
                .and("staircase", boolean.class, staircase, v -> staircase = v)
                .and(name());
    }
}
