package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// `mean(½ e²)` over the last axis, where the error `e = yPred - yTrue` is at most `delta`, and
/// `mean(delta · |e| - ½ delta²)` where it is larger. Default: `delta` 1.
public final class Huber extends Loss<Huber> {
    private double delta = 1;

    private Huber() {
        super("huber_loss");
    }

    /// With `delta` 1.
    public static Huber of() {
        return new Huber();
    }

    /// With the error at which the loss turns from a square to a line. Default: 1.
    public Huber delta(double delta) {
        return with(l -> l.delta = delta);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var error = yPred.sub(labels(yTrue, yPred));
        var size = error.abs();
        var square = error.square().mul(0.5);
        var line = size.mul(delta).sub(0.5 * delta * delta);
        return Tensor.where(size.lessEqual(delta), square, line).mean(-1);
    }

    @Override
    public Options options() {
        return super.options().and("delta", double.class, delta, v -> delta = v);
    }
}
