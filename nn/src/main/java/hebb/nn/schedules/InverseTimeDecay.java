package hebb.nn.schedules;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// `initial / (1 + decayRate · step / decaySteps)`.
///
/// Default: not `staircase`.
public final class InverseTimeDecay extends Decay<InverseTimeDecay> {
    private double decaySteps;
    private double decayRate;
    private boolean staircase;

    private InverseTimeDecay(double initial, double decaySteps, double decayRate) {
        super("InverseTimeDecay", initial);
        this.decaySteps = Require.positive("InverseTimeDecay", "decay_steps", decaySteps);
        this.decayRate = decayRate;
    }

    /// From this rate, divided by `decayRate` more every `decaySteps` steps.
    public static InverseTimeDecay of(double initial, double decaySteps, double decayRate) {
        return new InverseTimeDecay(initial, decaySteps, decayRate);
    }

    /// Whether to fall every `decaySteps` steps only. Default: at each step.
    public InverseTimeDecay staircase(boolean staircase) {
        return with(s -> s.staircase = staircase);
    }

    @Override
    Tensor of(Tensor step, Tensor initial) {
        return initial.div(share(step, decaySteps, staircase).mul(decayRate).add(1));
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
