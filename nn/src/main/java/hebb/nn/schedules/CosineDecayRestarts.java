package hebb.nn.schedules;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// Half waves of a cosine, one after the other, each `tMul` times as long and `mMul` times as high
/// as the one before: `initial · ((1 - alpha) · mMul^i · (1 + cos(π · share)) / 2 + alpha)`.
///
/// Defaults: `tMul` 2, `mMul` 1, `alpha` 0. Source: Loshchilov and Hutter, arXiv 1608.03983.
public final class CosineDecayRestarts extends Decay<CosineDecayRestarts> {
    private double firstDecaySteps;
    private double tMul = 2;
    private double mMul = 1;
    private double alpha;

    private CosineDecayRestarts(double initial, double firstDecaySteps) {
        super("SGDRDecay", initial);
        this.firstDecaySteps =
                Require.positive("CosineDecayRestarts", "first_decay_steps", firstDecaySteps);
    }

    /// From this rate to 0 in so many steps, and again.
    public static CosineDecayRestarts of(double initial, double firstDecaySteps) {
        return new CosineDecayRestarts(initial, firstDecaySteps);
    }

    /// With waves so many times as long as the ones before. Default: 2.
    public CosineDecayRestarts tMul(double tMul) {
        return with(s -> s.tMul = tMul);
    }

    /// With waves so many times as high as the ones before. Default: 1.
    public CosineDecayRestarts mMul(double mMul) {
        return with(s -> s.mMul = mMul);
    }

    /// With this share of the rate at the end of each. Default: 0.
    public CosineDecayRestarts alpha(double alpha) {
        return with(s -> s.alpha = alpha);
    }

    @Override
    Tensor of(Tensor step, Tensor initial) {
        var times = step.div(firstDecaySteps);
        var restarts = (float) tMul == 1 ? times.floor() : restarts(times);
        var share = (float) tMul == 1 ? times.sub(restarts) : share(times, restarts);
        var height = number(mMul).pow(restarts).mul(0.5);
        var cosine = height.mul(share.mul(Math.PI).cos().add(1));
        return initial.mul(number(1).sub(alpha).mul(cosine).add(alpha));
    }

    /// How many waves are over after so many times the first one's length.
    private Tensor restarts(Tensor times) {
        var rest = number(1).sub(tMul);
        return number(1).sub(times.mul(rest)).log().div(number(tMul).log()).floor();
    }

    private Tensor share(Tensor times, Tensor restarts) {
        var length = number(tMul).pow(restarts);
        var before = number(1).sub(length).div(number(1).sub(tMul));
        return times.sub(before).div(length);
    }

    @Override
    public Options options() {
        return initial()
                .and("first_decay_steps", double.class, firstDecaySteps, v -> firstDecaySteps = v)
                .and("t_mul", double.class, tMul, v -> tMul = v)
                .and("m_mul", double.class, mMul, v -> mMul = v)
                .and("alpha", double.class, alpha, v -> alpha = v)
                .and(name());
    }
}
