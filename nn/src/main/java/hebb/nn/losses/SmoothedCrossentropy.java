package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.check.Require;

/// A cross-entropy of probabilities or logits with labels that may be drawn towards each other.
///
/// @param <S> the class itself
public abstract sealed class SmoothedCrossentropy<S extends SmoothedCrossentropy<S>> extends Loss<S>
        permits BinaryCrossentropy,
                BinaryFocalCrossentropy,
                CategoricalCrossentropy,
                CategoricalFocalCrossentropy {
    private boolean fromLogits;
    private double labelSmoothing;
    private int axis = -1;

    SmoothedCrossentropy(String name) {
        super(name);
    }

    /// Whether predictions are logits, which no sigmoid or softmax has seen. Default: they are
    /// probabilities.
    public final S fromLogits(boolean fromLogits) {
        return with(l -> ((SmoothedCrossentropy<?>) l).fromLogits = fromLogits);
    }

    /// With labels drawn towards an even spread over all classes by this share. Default: 0.
    public final S labelSmoothing(double labelSmoothing) {
        var share = Require.fraction(className(), "label_smoothing", labelSmoothing);
        return with(l -> ((SmoothedCrossentropy<?>) l).labelSmoothing = share);
    }

    /// Over this axis, which is that of the classes if there are several. Default: the last.
    public final S axis(int axis) {
        return with(l -> ((SmoothedCrossentropy<?>) l).axis = axis);
    }

    final boolean fromLogits() {
        return fromLogits;
    }

    final int axis() {
        return axis;
    }

    /// The labels in the predictions' type, drawn towards `1 / classes`.
    final Tensor smoothed(Tensor yTrue, Tensor yPred, int classes) {
        var y = labels(yTrue, yPred);
        return labelSmoothing == 0 ? y : y.mul(1 - labelSmoothing).add(labelSmoothing / classes);
    }

    @Override
    public Options options() {
        return super.options()
                .and("from_logits", boolean.class, fromLogits, v -> fromLogits = v)
                .and("label_smoothing", double.class, labelSmoothing, v -> labelSmoothing = v)
                .and("axis", int.class, axis, v -> axis = v);
    }
}
