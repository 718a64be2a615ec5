package hebb.nn.losses;

import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.math.Classes;

/// `(1 - p^q) / q` of the probability of the class that the label names: between the absolute error
/// (q = 1) and the cross-entropy (q → 0), for labels some of which are wrong.
///
/// - labels: (batch, …), class numbers; one more axis, of length 1, does not matter
/// - predictions: (batch, …, classes), probabilities
///
/// Default: `q` 0.5. Source: Zhang and Sabuncu, arXiv 1805.07836.
public final class CategoricalGeneralizedCrossEntropy
        extends Loss<CategoricalGeneralizedCrossEntropy> {
    private double q = 0.5;

    private CategoricalGeneralizedCrossEntropy() {
        super("categorical_generalized_cross_entropy");
    }

    /// With `q` 0.5.
    public static CategoricalGeneralizedCrossEntropy of() {
        return new CategoricalGeneralizedCrossEntropy();
    }

    /// With this exponent, between 0 and 1. Default: 0.5.
    public CategoricalGeneralizedCrossEntropy q(double q) {
        if (!(q > 0 && q < 1)) {
            throw HebbException.of(className(), "q is not between 0 and 1")
                    .received(q)
                    .expected("more than 0, less than 1");
        }
        return with(l -> l.q = q);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var labels = ClassLabels.numbers(className(), yTrue, yPred.shape());
        var zero = Tensor.scalar(0, yPred.dtype());
        var p = Tensor.where(Classes.named(labels, yPred), yPred, zero).sum(-1);
        return CrossEntropy.rest(p.pow(q)).div(q);
    }

    @Override
    public void check(Tensor labels, Spec predictions) {
        ClassLabels.check(className(), labels, predictions.shape().dim(-1), _ -> false);
    }

    @Override
    public Options options() {
        return super.options().and("q", double.class, q, v -> q = v);
    }
}
