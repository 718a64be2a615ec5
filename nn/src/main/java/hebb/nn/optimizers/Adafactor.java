package hebb.nn.optimizers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// Steps over the root of the mean of recent squared gradients, as large as the weights are, where
/// of a matrix only the means of its rows and of its columns are remembered.
///
/// `v = r · c / mean(r)`, `u = g / √v`, `w - max(epsilon2, rms(w)) · min(rate, 1/√t) · u / max(1,
/// rms(u) / clipThreshold)`; a mean keeps `1 - t^beta2Decay` of itself in step t. Defaults:
/// learning rate 0.001, `beta2Decay` -0.8, `epsilon1` 1e-30, `epsilon2` 0.001, `clipThreshold` 1,
/// `relativeStep`. Source: Shazeer and Stern, arXiv 1804.04235.
public final class Adafactor extends Optimizer<Adafactor> {
    private static final Spec UNUSED = new Spec(Shape.of(), DType.INT32);

    private double beta2Decay = -0.8;
    private double epsilon1 = 1e-30;
    private double epsilon2 = 1e-3;
    private double clipThreshold = 1;
    private boolean relativeStep = true;

    private Adafactor() {
        super("adafactor", 0.001);
    }

    /// With the learning rate 0.001.
    public static Adafactor of() {
        return new Adafactor();
    }

    /// With this learning rate.
    public static Adafactor of(double learningRate) {
        return new Adafactor().learningRate(learningRate);
    }

    /// With this exponent of the step number for what means lose. Default: -0.8.
    public Adafactor beta2Decay(double beta2Decay) {
        return with(o -> o.beta2Decay = beta2Decay);
    }

    /// With this added to squared gradients. Default: 1e-30.
    public Adafactor epsilon1(double epsilon1) {
        return with(o -> o.epsilon1 = epsilon1);
    }

    /// With weights taken to be this large at least. Default: 0.001.
    public Adafactor epsilon2(double epsilon2) {
        return with(o -> o.epsilon2 = epsilon2);
    }

    /// With steps cut to this length, which is their root mean square. Default: 1.
    public Adafactor clipThreshold(double clipThreshold) {
        return with(o -> o.clipThreshold = clipThreshold);
    }

    /// An option of Keras's files that changes nothing: the rate is never above `1/√t`. Default:
    /// true.
    public Adafactor relativeStep(boolean relativeStep) {
        return with(o -> o.relativeStep = relativeStep);
    }

    @Override
    protected Tensor update(Update u, Tensor weight, Tensor gradient) {
        var rate = u.once("rho", () -> u.rate().minimum(u.number().sqrt().reciprocal()));
        var alpha = rms(weight).maximum(epsilon2).mul(rate);
        var direction = gradient.div(velocity(u, gradient.square().add(epsilon1)).sqrt());
        var excess = rms(direction).div(clipThreshold).maximum(1);
        return weight.sub(direction.div(excess).mul(alpha));
    }

    /// The mean of squared gradients.
    private Tensor velocity(Update u, Tensor squares) {
        var spec = squares.spec();
        Tensor velocity;
        if (spec.shape().rank() < 2) {
            var _ = u.value("r", UNUSED);
            var _ = u.value("c", UNUSED);
            velocity = moved(u, u.value("velocity"), squares);
        } else {
            var rows = moved(u, u.value("r", without(spec, -1)), squares.mean(-1));
            var columns = moved(u, u.value("c", without(spec, -2)), squares.mean(-2));
            u.assign("r", rows);
            u.assign("c", columns);
            var _ = u.value("velocity");
            velocity = rows.div(rows.meanKeepDims(-1)).expandDims(-1).mul(columns.expandDims(-2));
        }
        u.assign("velocity", velocity);
        return velocity;
    }

    private Tensor moved(Update u, Tensor mean, Tensor target) {
        var keep = u.once("beta_2", () -> Means.rest(u.number().pow(beta2Decay)));
        var take = u.once("rest of beta_2", () -> Means.rest(keep));
        return keep.mul(mean).add(take.mul(target));
    }

    private static Spec without(Spec spec, int axis) {
        return new Spec(spec.shape().drop(axis), spec.dtype());
    }

    private static Tensor rms(Tensor x) {
        return x.square().mean().sqrt();
    }

    @Override
    public Options options() {
        return super.options()
                .and("beta_2_decay", double.class, beta2Decay, v -> beta2Decay = v)
                .and("epsilon_1", double.class, epsilon1, v -> epsilon1 = v)
                .and("epsilon_2", double.class, epsilon2, v -> epsilon2 = v)
                .and("clip_threshold", double.class, clipThreshold, v -> clipThreshold = v)
                .and("relative_step", boolean.class, relativeStep, v -> relativeStep = v);
    }
}
