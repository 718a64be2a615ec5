package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// [BinaryCrossentropy] in which what is already right counts little: times `(1 - pₜ)^gamma`, where
/// pₜ is the probability of the right answer.
///
/// - labels and predictions: (batch, …), of one shape; predictions are probabilities, or logits
///
/// Defaults: probabilities, `gamma` 2, no class balancing (`alpha` 0.25), `labelSmoothing` 0,
/// `axis` -1. Source: Lin and others, arXiv 1708.02002.
public final class BinaryFocalCrossentropy extends SmoothedCrossentropy<BinaryFocalCrossentropy> {
    private boolean applyClassBalancing;
    private double alpha = 0.25;
    private double gamma = 2;

    private BinaryFocalCrossentropy() {
        super("binary_focal_crossentropy");
    }

    /// For predictions that are probabilities.
    public static BinaryFocalCrossentropy of() {
        return new BinaryFocalCrossentropy();
    }

    /// Whether class 1 counts `alpha`, and class 0 the rest to 1. Default: both count alike.
    public BinaryFocalCrossentropy applyClassBalancing(boolean apply) {
        return with(l -> l.applyClassBalancing = apply);
    }

    /// With this share of class 1, where classes are balanced. Default: 0.25.
    public BinaryFocalCrossentropy alpha(double alpha) {
        return with(l -> l.alpha = alpha);
    }

    /// With this exponent. Default: 2.
    public BinaryFocalCrossentropy gamma(double gamma) {
        return with(l -> l.gamma = gamma);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = smoothed(yTrue, yPred, 2);
        var other = CrossEntropy.rest(y);
        var p = fromLogits() ? yPred.sigmoid() : yPred;
        var right = y.mul(p).add(other.mul(CrossEntropy.rest(p)));
        var entropies = CrossEntropy.binary(y, yPred, fromLogits());
        var focal = CrossEntropy.rest(right).pow(gamma).mul(entropies);
        var balanced =
                applyClassBalancing ? y.mul(alpha).add(other.mul(1 - alpha)).mul(focal) : focal;
        return balanced.mean(axis());
    }

    @Override
    public Options options() {
        return super.options()
                .and(
                        "apply_class_balancing",
                        boolean.class,
                        applyClassBalancing,
                        v -> applyClassBalancing = v)
                .and("alpha", double.class, alpha, v -> alpha = v)
                .and("gamma", double.class, gamma, v -> gamma = v);
    }
}
