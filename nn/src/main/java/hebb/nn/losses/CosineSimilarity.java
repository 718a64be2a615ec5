package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.math.Norms;

/// Minus the cosine of the angle between labels and predictions: -1 where they point the same way,
/// 0 across, 1 opposite. As a metric it is the cosine itself. Default: `axis` -1.
public final class CosineSimilarity extends Loss<CosineSimilarity> {
    private int axis = -1;

    private CosineSimilarity() {
        super("cosine_similarity", Direction.UP);
    }

    /// Over the last axis.
    public static CosineSimilarity of() {
        return new CosineSimilarity();
    }

    /// Over this axis. Default: the last.
    public CosineSimilarity axis(int axis) {
        return with(l -> l.axis = axis);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return measure(yTrue, yPred).neg();
    }

    @Override
    protected Tensor measure(Tensor yTrue, Tensor yPred) {
        var actual = Norms.unit(labels(yTrue, yPred), axis);
        return actual.mul(Norms.unit(yPred, axis)).sum(axis);
    }

    @Override
    public Options options() {
        return super.options().and("axis", int.class, axis, v -> axis = v);
    }
}
