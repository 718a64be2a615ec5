package hebb.nn.metrics;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The area under a curve that thresholds draw, by sums of stripes: of a perfect prediction 1, of
/// ROC by chance 0.5.
///
/// Defaults: 200 thresholds, spread evenly; the curve ROC; stripes by interpolation; all labels
/// together; predictions are probabilities.
public final class AUC extends Metric<AUC> {
    /// What is drawn over what.
    public enum Curve {
        /// Recall over the rate of false positives.
        ROC,
        /// Precision over recall.
        PR,
        /// The same, in the scale of gains over a prediction of always yes (Flach and Kull, 2015).
        PRGAIN
    }

    /// How high the stripe between two thresholds is.
    public enum SummationMethod {
        /// As the mean of both; of PR, along the curve between them (Davis and Goadrich, 2006).
        INTERPOLATION,
        /// As the higher one.
        MAJORING,
        /// As the lower one.
        MINORING;

        /// Keras's name: `interpolation`.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private int numThresholds = 200;
    private Curve curve = Curve.ROC;
    private SummationMethod summationMethod = SummationMethod.INTERPOLATION;
    private boolean multiLabel;
    private Optional<Integer> numLabels = Optional.empty();
    private Optional<List<Double>> labelWeights = Optional.empty();
    private boolean fromLogits;
    private Optional<List<Double>> thresholds = Optional.empty();

    private AUC() {
        super("auc", Direction.UP);
    }

    /// Under the ROC curve of 200 thresholds.
    public static AUC of() {
        return new AUC();
    }

    /// With so many thresholds, 2 or more, spread evenly. Default: 200.
    public AUC numThresholds(int count) {
        int checked = Require.atLeast("AUC", "num_thresholds", 2, count);
        return with(m -> {
            m.numThresholds = checked;
            m.thresholds = Optional.empty();
        });
    }

    /// With these thresholds between 0 and 1, and those two.
    public AUC thresholds(double... thresholds) {
        var inner = Arrays.stream(thresholds).sorted().boxed().toList();
        var _ = Thresholds.between("AUC", inner);
        return with(m -> {
            m.thresholds = Optional.of(inner);
            m.numThresholds = inner.size() + 2;
        });
    }

    /// Under this curve. Default: ROC.
    public AUC curve(Curve curve) {
        return with(m -> m.curve = curve);
    }

    /// With stripes of this height. Default: by interpolation.
    public AUC summationMethod(SummationMethod method) {
        return with(m -> m.summationMethod = method);
    }

    /// Whether it is the mean of the areas of the labels, along the last axis. Default: there is
    /// one area of all.
    public AUC multiLabel(boolean multiLabel) {
        return with(m -> m.multiLabel = multiLabel);
    }

    /// With so many labels, where [#multiLabel(boolean)] tells them apart: predictions of another
    /// number are an error. Default: as many as the first batch has.
    public AUC numLabels(int count) {
        int checked = Require.positive("AUC", "num_labels", count);
        return with(m -> m.numLabels = Optional.of(checked));
    }

    /// With this weight for each label.
    public AUC labelWeights(double... weights) {
        return with(m -> m.labelWeights = Optional.of(Arrays.stream(weights).boxed().toList()));
    }

    /// Whether predictions are logits, which no sigmoid has seen. Default: they are probabilities.
    public AUC fromLogits(boolean fromLogits) {
        return with(m -> m.fromLogits = fromLogits);
    }

    @Override
    public void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        requireLabels(yPred.shape());
        var typed = typed(yPred);
        var at =
                thresholds
                        .map(t -> Thresholds.between("AUC", t))
                        .orElseGet(() -> Thresholds.even(numThresholds))
                        .widened();
        var view = new Decisions.View(Optional.empty(), Optional.empty(), multiLabel);
        var p = fromLogits ? typed.sigmoid() : typed;
        var decisions = Decisions.of(at, view, yTrue, p, weight);
        Counts.add(s, multiLabel ? decisions : weighted(decisions, yPred), multiLabel);
    }

    private void requireLabels(Shape given) {
        if (!multiLabel) {
            numLabels.ifPresent(n -> {
                throw HebbException.of("AUC", "all labels together need no number of labels")
                        .received("num_labels=" + n)
                        .expected("labels told apart, or no number")
                        .fix("AUC.of().multiLabel(true).numLabels(" + n + ")");
            });
        } else if (given.rank() != 2) {
            throw HebbException.of("AUC", "several labels need predictions of two axes")
                    .received(given)
                    .expected("(batch, labels)");
        } else if (numLabels.isPresent() && numLabels.get() != given.dim(1)) {
            throw HebbException.of("AUC", "the predictions do not have the number of labels")
                    .received(given)
                    .expected("(batch, " + numLabels.get() + ")");
        }
    }

    /// Weights of labels that are not kept apart count as those of samples do.
    private Decisions weighted(Decisions d, Tensor yPred) {
        return labels(yPred)
                .map(w -> w.broadcastTo(yPred.shape()).reshape(1, -1, 1))
                .map(w -> new Decisions(d.truth().mul(w), d.lie().mul(w), d.yes()))
                .orElse(d);
    }

    private Optional<Tensor> labels(Tensor like) {
        return labelWeights.map(list -> {
            var numbers = list.stream().mapToDouble(Double::doubleValue).toArray();
            return Tensor.of(numbers).cast(like.dtype());
        });
    }

    @Override
    public Tensor result(Scope s) {
        var stripes = new CurveArea(Counts.of(s), curve, summationMethod).stripes();
        if (!multiLabel) {
            return stripes.sum();
        }
        var areas = stripes.sum(0);
        return labels(areas)
                .map(w -> Tally.quotient(areas.mul(w).sum(), w.sum()))
                .orElseGet(areas::mean);
    }

    private static Optional<Object> raw(Optional<List<Double>> numbers) {
        return numbers.map(n -> n);
    }

    private static Optional<List<Double>> list(Optional<?> given) {
        return given.map(v -> ((List<?>) v).stream().map(n -> ((Number) n).doubleValue()).toList());
    }

    @Override
    public Options options() {
        return super.options()
                .and("num_thresholds", int.class, numThresholds, v -> numThresholds = v)
                .and("curve", Curve.class, curve, v -> curve = v)
                .and(
                        "summation_method",
                        SummationMethod.class,
                        summationMethod,
                        v -> summationMethod = v)
                .and("multi_label", boolean.class, multiLabel, v -> multiLabel = v)
                .optional("num_labels", Integer.class, numLabels, v -> numLabels = v)
                .optional(
                        "label_weights",
                        Object.class,
                        raw(labelWeights),
                        v -> labelWeights = list(v))
                .and("from_logits", boolean.class, fromLogits, v -> fromLogits = v)
                .optional("thresholds", Object.class, raw(thresholds), v -> thresholds = list(v));
    }
}
