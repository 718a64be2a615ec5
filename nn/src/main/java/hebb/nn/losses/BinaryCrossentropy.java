package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;

/// `mean(-y · log p - (1 - y) · log(1 - p))` over an axis, for labels of 0 and 1.
///
/// - labels and predictions: (batch, …), of one shape; predictions are probabilities, or logits
///
/// Defaults: probabilities, `labelSmoothing` 0, `axis` -1. Of probabilities that a sigmoid has just
/// made, the loss is computed from its input, which loses nothing.
public final class BinaryCrossentropy extends Loss<BinaryCrossentropy> {
    private boolean fromLogits;
    private double labelSmoothing;
    private int axis = -1;

    private BinaryCrossentropy() {
        super("binary_crossentropy");
    }

    /// For predictions that are probabilities.
    public static BinaryCrossentropy of() {
        return new BinaryCrossentropy();
    }

    /// Whether predictions are logits, which no sigmoid has seen. Default: they are probabilities.
    public BinaryCrossentropy fromLogits(boolean fromLogits) {
        return with(l -> l.fromLogits = fromLogits);
    }

    /// With labels drawn towards 0.5 by this share. Default: 0.
    public BinaryCrossentropy labelSmoothing(double labelSmoothing) {
        return with(l -> l.labelSmoothing = labelSmoothing);
    }

    /// With the mean over this axis. Default: the last.
    public BinaryCrossentropy axis(int axis) {
        return with(l -> l.axis = axis);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var y = smoothed(labels(yTrue, yPred));
        return entropies(y, yPred, fromLogits).mean(axis);
    }

    /// The cross-entropy of each label and prediction.
    static Tensor entropies(Tensor y, Tensor yPred, boolean fromLogits) {
        var logits = yPred.sigmoidInput();
        if (logits.isPresent() || fromLogits) {
            var x = logits.orElse(yPred);
            return x.softplus().sub(x.mul(y));
        }
        var one = Tensor.scalar(1, yPred.dtype());
        var p = CrossEntropy.inside(yPred);
        return y.mul(p.log()).add(one.sub(y).mul(one.sub(p).log())).neg();
    }

    private Tensor smoothed(Tensor y) {
        return labelSmoothing == 0 ? y : y.mul(1 - labelSmoothing).add(0.5 * labelSmoothing);
    }

    @Override
    public Options options() {
        return super.options()
                .and("from_logits", boolean.class, fromLogits, v -> fromLogits = v)
                .and("label_smoothing", double.class, labelSmoothing, v -> labelSmoothing = v)
                .and("axis", int.class, axis, v -> axis = v);
    }
}
