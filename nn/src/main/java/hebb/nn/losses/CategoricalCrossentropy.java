package hebb.nn.losses;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// `-Σ y · log p` over the classes, for labels that are one-hot or probabilities.
///
/// - labels and predictions: (batch, …, classes); predictions are probabilities, or logits
///
/// Defaults: probabilities, `labelSmoothing` 0, `axis` -1. Of probabilities that a softmax has just
/// made, the loss is computed from its input, which loses nothing.
public final class CategoricalCrossentropy extends Loss<CategoricalCrossentropy> {
    private boolean fromLogits;
    private double labelSmoothing;
    private int axis = -1;

    private CategoricalCrossentropy() {
        super("categorical_crossentropy");
    }

    /// For predictions that are probabilities.
    public static CategoricalCrossentropy of() {
        return new CategoricalCrossentropy();
    }

    /// Whether predictions are logits, which no softmax has seen. Default: they are probabilities.
    public CategoricalCrossentropy fromLogits(boolean fromLogits) {
        return with(l -> l.fromLogits = fromLogits);
    }

    /// With this share of each label spread evenly over all classes. Default: 0.
    public CategoricalCrossentropy labelSmoothing(double labelSmoothing) {
        return with(l -> l.labelSmoothing = labelSmoothing);
    }

    /// With the classes along this axis. Default: the last.
    public CategoricalCrossentropy axis(int axis) {
        return with(l -> l.axis = axis);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        if (yTrue.rank() == yPred.rank() - 1) {
            throw HebbException.of(className(), "labels do not fit the predictions")
                    .received("labels " + yTrue.shape() + ", predictions " + yPred.shape())
                    .expected("labels " + yPred.shape() + ", one-hot")
                    .fix("SparseCategoricalCrossentropy.of(), if labels are class numbers");
        }
        var y = smoothed(CrossEntropy.last(labels(yTrue, yPred), axis));
        var logs = CrossEntropy.logProbabilities(CrossEntropy.last(yPred, axis), fromLogits);
        return y.mul(logs).sum(-1).neg();
    }

    private Tensor smoothed(Tensor y) {
        return labelSmoothing == 0 ? y : y.mul(1 - labelSmoothing).add(labelSmoothing / y.dim(-1));
    }

    @Override
    public Options options() {
        return super.options()
                .and("from_logits", boolean.class, fromLogits, v -> fromLogits = v)
                .and("label_smoothing", double.class, labelSmoothing, v -> labelSmoothing = v)
                .and("axis", int.class, axis, v -> axis = v);
    }
}
