package hebb.nn.losses;

import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.math.Classes;
import java.util.Optional;

/// `-log p` of the class that the label names, for labels that are class numbers.
///
/// - labels: (batch, …), of any integer type or whole floating-point numbers; one more axis, of
///   length 1, does not matter
/// - predictions: (batch, …, classes), probabilities that sum to 1, or logits
///
/// Defaults: probabilities, no class ignored, `axis` -1. Of probabilities that a softmax has just
/// made, the loss is computed from its input, which loses nothing.
public final class SparseCategoricalCrossentropy extends Loss<SparseCategoricalCrossentropy> {
    private boolean fromLogits;
    private Optional<Integer> ignoreClass = Optional.empty();
    private int axis = -1;

    private SparseCategoricalCrossentropy() {
        super("sparse_categorical_crossentropy");
    }

    /// For predictions that are probabilities.
    public static SparseCategoricalCrossentropy of() {
        return new SparseCategoricalCrossentropy();
    }

    /// Whether predictions are logits, which no softmax has seen. Default: they are probabilities.
    public SparseCategoricalCrossentropy fromLogits(boolean fromLogits) {
        return with(l -> l.fromLogits = fromLogits);
    }

    /// With a label whose samples do not count, such as -1 for the void in a picture. Default:
    /// none.
    public SparseCategoricalCrossentropy ignoreClass(int ignoreClass) {
        return with(l -> l.ignoreClass = Optional.of(ignoreClass));
    }

    /// With the classes along this axis of the predictions. Default: the last.
    public SparseCategoricalCrossentropy axis(int axis) {
        return with(l -> l.axis = axis);
    }

    @Override
    protected Tensor call(Tensor yTrue, Tensor yPred) {
        var predictions = CrossEntropy.last(yPred, axis);
        var labels = ClassLabels.numbers(className(), yTrue, predictions.shape());
        var logs = CrossEntropy.logProbabilities(predictions, fromLogits);
        var zero = Tensor.scalar(0, logs.dtype());
        var losses = Tensor.where(Classes.named(labels, logs), logs, zero).sum(-1).neg();
        return valid(yTrue, losses).map(v -> Tensor.where(v, losses, zero)).orElse(losses);
    }

    @Override
    protected Optional<Tensor> valid(Tensor yTrue, Tensor values) {
        return ignoreClass.map(ignored -> {
            var labels = yTrue.rank() > values.rank() ? yTrue.squeeze(-1) : yTrue;
            return labels.notEqual(ignored);
        });
    }

    @Override
    public void check(Tensor labels, Spec predictions) {
        ClassLabels.check(
                className(),
                labels,
                predictions.shape().dim(axis),
                number -> ignoreClass.filter(ignored -> ignored == number).isPresent());
    }

    @Override
    public Options options() {
        return super.options()
                .and("from_logits", boolean.class, fromLogits, v -> fromLogits = v)
                .optional("ignore_class", Integer.class, ignoreClass, v -> ignoreClass = v)
                .and("axis", int.class, axis, v -> axis = v);
    }
}
