package hebb.nn.schedules;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// `(initial - end) · (1 - step / decaySteps)^power + end`, and `end` ever after.
///
/// Defaults: `endLearningRate` 0.0001, `power` 1, not `cycle`.
public final class PolynomialDecay extends Decay<PolynomialDecay> {
    private double decaySteps;
    private double endLearningRate = 0.0001;
    private double power = 1;
    private boolean cycle;

    private PolynomialDecay(double initial, double decaySteps) {
        super("PolynomialDecay", initial);
        this.decaySteps = Require.positive("PolynomialDecay", "decay_steps", decaySteps);
    }

    /// From this rate to 0.0001 in so many steps.
    public static PolynomialDecay of(double initial, double decaySteps) {
        return new PolynomialDecay(initial, decaySteps);
    }

    /// With this rate at the end. Default: 0.0001.
    public PolynomialDecay endLearningRate(double endLearningRate) {
        return with(s -> s.endLearningRate = endLearningRate);
    }

    /// With this exponent. Default: 1, a straight line.
    public PolynomialDecay power(double power) {
        return with(s -> s.power = power);
    }

    /// Whether to jump up again when the steps are over, to a fall that takes as long as all so far
    /// and `decaySteps` more. Default: not.
    public PolynomialDecay cycle(boolean cycle) {
        return with(s -> s.cycle = cycle);
    }

    @Override
    Tensor of(Tensor step, Tensor initial) {
        var rest = number(1).sub(cycle ? shareOfCycle(step) : share(step));
        return initial.sub(endLearningRate).mul(rest.pow(number(power))).add(endLearningRate);
    }

    private Tensor share(Tensor step) {
        return step.minimum(decaySteps).div(decaySteps);
    }

    private Tensor shareOfCycle(Tensor step) {
        var cycles = Tensor.where(step.equal(0), number(1), step.div(decaySteps).ceil());
        return step.div(cycles.mul(decaySteps));
    }

    @Override
    public Options options() {
        return initial()
                .and("decay_steps", double.class, decaySteps, v -> decaySteps = v)
                .and("end_learning_rate", double.class, endLearningRate, v -> endLearningRate = v)
                .and("power", double.class, power, v -> power = v)
                .and("cycle", boolean.class, cycle, v -> cycle = v)
                .and(name());
    }
}
