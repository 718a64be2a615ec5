package hebb.nn.losses;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;

/// `-Σ y · log p` over the classes, for labels that are one-hot or probabilities.
///
/// - labels and predictions: (batch, …, classes); predictions are probabilities, or logits
///
/// Defaults: probabilities, `labelSmoothing` 0 (as Keras spreads it, over as many classes as the
/// last axis is long), `axis` -1. Of probabilities that a softmax has just made, the loss is
/// computed from its input, which loses nothing.
public final class CategoricalCrossentropy extends SmoothedCrossentropy<CategoricalCrossentropy> {
    private CategoricalCrossentropy() {
        super("categorical_crossentropy");
    }

    /// For predictions that are probabilities.
    public static CategoricalCrossentropy of() {
        return new CategoricalCrossentropy();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        if (yTrue.rank() == yPred.rank() - 1) {
            throw HebbException.of(className(), "labels do not fit the predictions")
                    .received("labels " + yTrue.shape() + ", predictions " + yPred.shape())
                    .expected("labels " + yPred.shape() + ", one-hot")
                    .fix("SparseCategoricalCrossentropy.of(), if labels are class numbers");
        }
        var y = CrossEntropy.last(smoothed(yTrue, yPred, yPred.dim(-1)), axis());
        var logs = CrossEntropy.logProbabilities(CrossEntropy.last(yPred, axis()), fromLogits());
        return y.mul(logs).sum(-1).neg();
    }
}
