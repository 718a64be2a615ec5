package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// How nearly predictions are a straight line of labels: the mean of the products of both, each
/// less its mean and over its deviation. From -1 to 1.
///
/// Default: `axis` -1.
public final class PearsonCorrelation extends MeanMetric<PearsonCorrelation> {
    private int axis = -1;

    private PearsonCorrelation() {
        super("pearson_correlation", Direction.UP);
    }

    /// Along the last axis.
    public static PearsonCorrelation of() {
        return new PearsonCorrelation();
    }

    /// Along this axis. Default: the last.
    public PearsonCorrelation axis(int axis) {
        return with(m -> m.axis = axis);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return standard(yTrue.cast(yPred.dtype())).mul(standard(yPred)).mean(axis);
    }

    private Tensor standard(Tensor x) {
        var centred = x.sub(x.meanKeepDims(axis));
        return centred.div(centred.std(axis).expandDims(axis));
    }

    @Override
    public Options options() {
        return super.options().and("axis", int.class, axis, v -> axis = v);
    }
}
