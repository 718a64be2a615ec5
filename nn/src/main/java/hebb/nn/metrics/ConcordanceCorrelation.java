package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.math.Norms;

/// How nearly predictions equal labels: `2 · mean((yTrue - m) · (yPred - m)) / (var(yTrue) +
/// var(yPred) + (mean(yTrue) - m)²)` with `m = mean(yPred)`, as Keras computes it.
///
/// Default: `axis` -1. Source: Lin, 1989.
public final class ConcordanceCorrelation extends MeanMetric<ConcordanceCorrelation> {
    private int axis = -1;

    private ConcordanceCorrelation() {
        super("concordance_correlation", Direction.UP);
    }

    /// Along the last axis.
    public static ConcordanceCorrelation of() {
        return new ConcordanceCorrelation();
    }

    /// Along this axis. Default: the last.
    public ConcordanceCorrelation axis(int axis) {
        return with(m -> m.axis = axis);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = yTrue.cast(yPred.dtype());
        var mean = yPred.meanKeepDims(axis);
        var gap = y.meanKeepDims(axis).sub(mean).square();
        var spread = variance(y).add(variance(yPred)).add(gap).add(Norms.EPSILON);
        var product = y.sub(mean).mul(yPred.sub(mean));
        return product.mul(2).div(spread).mean(axis);
    }

    private Tensor variance(Tensor x) {
        return x.sub(x.meanKeepDims(axis)).variance(axis).expandDims(axis);
    }

    @Override
    public Options options() {
        return super.options().and("axis", int.class, axis, v -> axis = v);
    }
}
