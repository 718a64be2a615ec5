package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// [CategoricalCrossentropy] in which what is already right counts little: `-Σ alpha · (1 -
/// p)^gamma · y · log p` over the classes.
///
/// - labels and predictions: (batch, …, classes); labels are one-hot or probabilities, predictions
///   probabilities, or logits
///
/// Defaults: probabilities, `alpha` 0.25, `gamma` 2, `labelSmoothing` 0, `axis` -1. Source: Lin and
/// others, arXiv 1708.02002.
public final class CategoricalFocalCrossentropy
        extends SmoothedCrossentropy<CategoricalFocalCrossentropy> {
    private double alpha = 0.25;
    private double gamma = 2;

    private CategoricalFocalCrossentropy() {
        super("categorical_focal_crossentropy");
    }

    /// For predictions that are probabilities.
    public static CategoricalFocalCrossentropy of() {
        return new CategoricalFocalCrossentropy();
    }

    /// Times this. Default: 0.25.
    public CategoricalFocalCrossentropy alpha(double alpha) {
        return with(l -> l.alpha = alpha);
    }

    /// With this exponent. Default: 2.
    public CategoricalFocalCrossentropy gamma(double gamma) {
        return with(l -> l.gamma = gamma);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = CrossEntropy.last(smoothed(yTrue, yPred, yPred.dim(-1)), axis());
        var predictions = CrossEntropy.last(yPred, axis());
        var p = CrossEntropy.normed(fromLogits() ? predictions.softmax() : predictions);
        var focus = CrossEntropy.rest(p).pow(gamma).mul(alpha);
        return focus.mul(y.mul(p.log())).sum(-1).neg();
    }

    @Override
    public Options options() {
        return super.options()
                .and("alpha", double.class, alpha, v -> alpha = v)
                .and("gamma", double.class, gamma, v -> gamma = v);
    }
}
