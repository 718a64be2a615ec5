package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// `1 - both / (both + alpha · labelled only + beta · predicted only)`, sums of products: [Dice]
/// with prices of one's own on both kinds of mistakes.
///
/// - labels and predictions: (batch, …), of one shape, from 0 to 1
///
/// Defaults: `alpha` and `beta` 0.5, `axis` all axes. Source: Salehi and others, arXiv 1706.05721.
public final class Tversky extends Overlap<Tversky> {
    private double alpha = 0.5;
    private double beta = 0.5;

    private Tversky() {
        super("tversky");
    }

    /// Over the whole batch, with both prices 0.5.
    public static Tversky of() {
        return new Tversky();
    }

    /// With this price on what is labelled and not predicted. Default: 0.5.
    public Tversky alpha(double alpha) {
        return with(l -> l.alpha = alpha);
    }

    /// With this price on what is predicted and not labelled. Default: 0.5.
    public Tversky beta(double beta) {
        return with(l -> l.beta = beta);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = labels(yTrue, yPred);
        var both = sum(y.mul(yPred));
        var labelled = sum(CrossEntropy.rest(yPred).mul(y));
        var predicted = sum(yPred.mul(CrossEntropy.rest(y)));
        return missing(both, both.add(labelled.mul(alpha)).add(predicted.mul(beta)));
    }

    @Override
    public Options options() {
        return super.options()
                .and("alpha", double.class, alpha, v -> alpha = v)
                .and("beta", double.class, beta, v -> beta = v)
                .and(axes());
    }
}
