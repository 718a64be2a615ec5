package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What a score is worth at each threshold: the share of the positive samples found (true positive
/// rate) over the share of the negative ones taken for positive (false positive rate).
/// scikit-learn: `roc_curve`.
///
/// {@snippet :
/// var curve = RocCurve.of(yTest, model.predict(xTest));
/// IO.println(curve.auc());
/// }
///
/// Labels are 0 and 1, -1 and 1, or bool; scores are one a sample, or the probabilities of both
/// classes. Points in the middle of a straight line are left out.
public final class RocCurve {
    private final double[] falsePositives;
    private final double[] truePositives;
    private final double[] thresholds;

    private RocCurve(double[] falsePositives, double[] truePositives, double... thresholds) {
        this.falsePositives = falsePositives;
        this.truePositives = truePositives;
        this.thresholds = thresholds;
    }

    /// Of labels and scores.
    public static RocCurve of(Tensor yTrue, Tensor scores) {
        return of(Ranking.of("RocCurve.of", yTrue, scores));
    }

    /// Of labels, scores, and what each sample counts.
    public static RocCurve of(Tensor yTrue, Tensor scores, Tensor sampleWeight) {
        return of(Ranking.of("RocCurve.of", yTrue, scores, sampleWeight));
    }

    /// A curve for each class against all others; scores (samples, classes).
    ///
    /// The columns stand for the classes 0, 1, 2 …, or for `labels`, if some are given. (Labels of
    /// which one is beyond the columns stand for themselves, in order, if each class occurs.)
    ///
    /// @throws HebbException if there is not one column for each class
    public static List<RocCurve> oneVsRest(Tensor yTrue, Tensor scores, int... labels) {
        var classes = ScoredClasses.of("RocCurve.oneVsRest", yTrue, scores, labels);
        return IntStream.range(0, classes.count()).mapToObj(c -> of(classes.against(c))).toList();
    }

    static RocCurve of(Ranking ranking) {
        var corners = ranking.at(corners(ranking));
        int n = corners.scores().length;
        var x = new double[n + 1];
        var y = new double[n + 1];
        var thresholds = new double[n + 1];
        thresholds[0] = Double.POSITIVE_INFINITY;
        double negatives = corners.allWrong();
        double positives = corners.allRight();
        for (int i = 0; i <= n; i++) {
            x[i] = (i == 0 ? 0 : corners.wrong()[i - 1]) / negatives;
            y[i] = (i == 0 ? 0 : corners.right()[i - 1]) / positives;
            thresholds[i] = i == 0 ? thresholds[0] : corners.scores()[i - 1];
        }
        return new RocCurve(x, y, thresholds);
    }

    private static int[] corners(Ranking r) {
        int last = r.scores().length - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i == 0 || i == last || bends(r.right(), i) || bends(r.wrong(), i))
                .toArray();
    }

    private static boolean bends(double[] values, int i) {
        return (values[i + 1] - values[i]) - (values[i] - values[i - 1]) != 0;
    }

    /// The share of the negative samples taken for positive, rising from 0 to 1; NaN if there is no
    /// negative sample.
    public Tensor falsePositiveRate() {
        return Tensor.of(falsePositives);
    }

    /// The share of the positive samples found, rising from 0 to 1; NaN if there is no positive
    /// sample.
    public Tensor truePositiveRate() {
        return Tensor.of(truePositives);
    }

    /// The scores from which upward a sample is taken for positive, falling from infinity.
    public Tensor thresholds() {
        return Tensor.of(thresholds);
    }

    /// The area under the curve: 1 where all positive samples have higher scores than all negative
    /// ones, 0.5 by chance. scikit-learn: `roc_auc_score`.
    public double auc() {
        var areas = new double[thresholds.length - 1];
        for (int i = 0; i < areas.length; i++) {
            double width = falsePositives[i + 1] - falsePositives[i];
            areas[i] = width * (truePositives[i + 1] + truePositives[i]) / 2;
        }
        return Pairwise.sum(areas);
    }

    /// `RocCurve(auc=0.9412, 17 points)`.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "RocCurve(auc=%.4f, %d points)", auc(), thresholds.length);
    }
}
