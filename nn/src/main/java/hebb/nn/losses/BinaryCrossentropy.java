package hebb.nn.losses;

import hebb.core.tensor.Tensor;

/// `mean(-y · log p - (1 - y) · log(1 - p))` over an axis, for labels of 0 and 1.
///
/// - labels and predictions: (batch, …), of one shape; predictions are probabilities, or logits
///
/// Defaults: probabilities, `labelSmoothing` 0, `axis` -1. Of probabilities that a sigmoid has just
/// made, the loss is computed from its input, which loses nothing.
public final class BinaryCrossentropy extends SmoothedCrossentropy<BinaryCrossentropy> {
    private BinaryCrossentropy() {
        super("binary_crossentropy");
    }

    /// For predictions that are probabilities.
    public static BinaryCrossentropy of() {
        return new BinaryCrossentropy();
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        return CrossEntropy.binary(smoothed(yTrue, yPred, 2), yPred, fromLogits()).mean(axis());
    }
}
