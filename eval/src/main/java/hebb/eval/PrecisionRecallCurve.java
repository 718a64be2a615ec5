package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Precision over recall for all thresholds of a score; better to look at than [RocCurve] where the
/// positive class is rare. scikit-learn: `precision_recall_curve`.
///
/// Labels and scores are what [RocCurve] takes. The last point, precision 1 and recall 0, has no
/// threshold.
public final class PrecisionRecallCurve {
    private final double[] precision;
    private final double[] recall;
    private final double[] thresholds;

    private PrecisionRecallCurve(double[] precision, double[] recall, double... thresholds) {
        this.precision = precision;
        this.recall = recall;
        this.thresholds = thresholds;
    }

    /// Of labels and scores.
    public static PrecisionRecallCurve of(Tensor yTrue, Tensor scores) {
        return of(Ranking.of("PrecisionRecallCurve.of", yTrue, scores));
    }

    /// Of labels, scores, and what each sample counts.
    public static PrecisionRecallCurve of(Tensor yTrue, Tensor scores, Tensor sampleWeight) {
        return of(Ranking.of("PrecisionRecallCurve.of", yTrue, scores, sampleWeight));
    }

    /// A curve for each class against all others; scores (samples, classes).
    ///
    /// The columns stand for the classes 0, 1, 2 …, or for `labels`, if some are given. (Labels of
    /// which one is beyond the columns stand for themselves, in order, if each class occurs.)
    ///
    /// @throws HebbException if there is not one column for each class
    public static List<PrecisionRecallCurve> oneVsRest(Tensor yTrue, Tensor scores, int... labels) {
        var classes = ScoredClasses.of("PrecisionRecallCurve.oneVsRest", yTrue, scores, labels);
        return IntStream.range(0, classes.count()).mapToObj(c -> of(classes.against(c))).toList();
    }

    static PrecisionRecallCurve of(Ranking ranking) {
        int n = ranking.scores().length;
        var precision = new double[n + 1];
        var recall = new double[n + 1];
        var thresholds = new double[n];
        double positives = ranking.allRight();
        precision[n] = 1;
        for (int i = 0; i < n; i++) {
            int from = n - 1 - i;
            double right = ranking.right()[from];
            double found = right + ranking.wrong()[from];
            precision[i] = found == 0 ? 0 : right / found;
            recall[i] = positives == 0 ? 1 : right / positives;
            thresholds[i] = ranking.scores()[from];
        }
        return new PrecisionRecallCurve(precision, recall, thresholds);
    }

    /// Of what is taken for positive, the share that is.
    public Tensor precision() {
        return Tensor.of(precision);
    }

    /// The share of the positive samples found, falling to 0.
    public Tensor recall() {
        return Tensor.of(recall);
    }

    /// The scores from which upward a sample is taken for positive, rising.
    public Tensor thresholds() {
        return Tensor.of(thresholds);
    }

    /// The mean of the precision at each threshold, weighed by the recall that it adds.
    /// scikit-learn: `average_precision_score`.
    public double averagePrecision() {
        var parts = new double[thresholds.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (recall[i + 1] - recall[i]) * precision[i];
        }
        return Math.max(0, -Pairwise.sum(parts));
    }

    /// `PrecisionRecallCurve(average precision=0.9412, 17 points)`.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "PrecisionRecallCurve(average precision=%.4f, %d points)",
                averagePrecision(),
                precision.length);
    }
}
