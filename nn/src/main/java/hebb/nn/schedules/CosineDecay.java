package hebb.nn.schedules;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;
import java.util.Optional;

/// Half a wave of a cosine: `initial · ((1 - alpha) · (1 + cos(π · step / decaySteps)) / 2 +
/// alpha)`, and `initial · alpha` ever after.
///
/// With a warm-up: in a straight line from `initial` to `warmupTarget` in `warmupSteps` steps
/// first, and the wave from there. Defaults: `alpha` 0, no warm-up. Source: Loshchilov and Hutter,
/// arXiv 1608.03983.
public final class CosineDecay extends Decay<CosineDecay> {
    private double decaySteps;
    private double alpha;
    private Optional<Double> warmupTarget = Optional.empty();
    private double warmupSteps;

    private CosineDecay(double initial, double decaySteps) {
        super("CosineDecay", initial);
        this.decaySteps = Require.positive("CosineDecay", "decay_steps", decaySteps);
    }

    /// From this rate to 0 in so many steps.
    public static CosineDecay of(double initial, double decaySteps) {
        return new CosineDecay(initial, decaySteps);
    }

    /// With this share of the rate at the end. Default: 0.
    public CosineDecay alpha(double alpha) {
        return with(s -> s.alpha = alpha);
    }

    /// With a way up to `target` before, in so many steps. Default: none.
    public CosineDecay warmup(double target, double steps) {
        return with(s -> {
            s.warmupTarget = Optional.of(target);
            s.warmupSteps = Require.notNegative("CosineDecay", "warmup_steps", steps);
        });
    }

    @Override
    Tensor of(Tensor step, Tensor initial) {
        if (warmupTarget.isEmpty()) {
            return wave(step.minimum(decaySteps), initial);
        }
        var target = number(warmupTarget.get());
        var at = step.minimum(number(decaySteps).add(warmupSteps));
        var up = target.sub(initial).mul(at.div(warmupSteps)).add(initial);
        return Tensor.where(at.less(warmupSteps), up, wave(at.sub(warmupSteps), target));
    }

    private Tensor wave(Tensor step, Tensor from) {
        var cosine = step.div(decaySteps).mul(Math.PI).cos().add(1).mul(0.5);
        return from.mul(cosine.mul(1 - alpha).add(alpha));
    }

    @Override
    public Options options() {
        return initial()
                .and("decay_steps", double.class, decaySteps, v -> decaySteps = v)
                .and("alpha", double.class, alpha, v -> alpha = v)
                .and(name())
                .optional("warmup_target", Double.class, warmupTarget, v -> warmupTarget = v)
                .and("warmup_steps", double.class, warmupSteps, v -> warmupSteps = v);
    }
}
