package hebb.eval;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How often each class was taken for each: row by row what the samples are, column by column what
/// they were predicted to be. scikit-learn: `confusion_matrix`.
///
/// {@snippet :
/// var matrix = ConfusionMatrix.of(yTest, model.predict(xTest)).names("cat", "dog");
/// IO.println(matrix);                    // [[41  9]
/// IO.println(matrix.accuracy());         //  [ 4 46]]
/// }
///
/// Labels and predictions are integers, one a sample, or probabilities: of a row the largest
/// counts, of a single column whether it is above one half.
public final class ConfusionMatrix {
    private final int[] yTrue;
    private final int[] yPred;
    private final double[] weights;
    private final boolean weighted;
    private final int[] labels;
    private final List<String> names; // none until some are given

    private ConfusionMatrix(
            int[] yTrue, int[] yPred, double[] weights, boolean weighted, int[] labels) {
        this(yTrue, yPred, weights, weighted, labels, List.of());
    }

    private ConfusionMatrix(
            int[] yTrue,
            int[] yPred,
            double[] weights,
            boolean weighted,
            int[] labels,
            List<String> names) {
        this.yTrue = yTrue;
        this.yPred = yPred;
        this.weights = weights;
        this.weighted = weighted;
        this.labels = labels;
        this.names = names;
    }

    /// Of labels and predictions.
    ///
    /// @throws HebbException if there are not as many of both
    public static ConfusionMatrix of(Tensor yTrue, Tensor yPred) {
        var t = ClassNumbers.of("ConfusionMatrix.of", yTrue);
        var p = ClassNumbers.of("ConfusionMatrix.of", yPred);
        ClassNumbers.requireSame("ConfusionMatrix.of", t.length, p.length);
        var ones = ClassNumbers.weights("ConfusionMatrix.of", t.length);
        return new ConfusionMatrix(t, p, ones, false, ClassNumbers.distinct(t, p));
    }

    /// With these classes, in this order; what is of another is left out. Default: all that occur.
    ///
    /// @throws HebbException if one stands there twice, or names were given for more or fewer
    public ConfusionMatrix labels(int... labels) {
        var own = LabelNames.checked("ConfusionMatrix", labels);
        var same = names.isEmpty() ? names : LabelNames.of("ConfusionMatrix", own, names);
        return new ConfusionMatrix(yTrue, yPred, weights, weighted, own, same);
    }

    /// With names for the classes, in their order, for pictures. Default: their numbers.
    ///
    /// @throws HebbException if there is not one for each class, or one stands there twice
    public ConfusionMatrix names(String... names) {
        return names(List.of(names));
    }

    /// With names for the classes, in their order.
    public ConfusionMatrix names(List<String> names) {
        var checked = LabelNames.of("ConfusionMatrix", labels, names);
        return new ConfusionMatrix(yTrue, yPred, weights, weighted, labels, checked);
    }

    /// With samples that count more or less than one.
    public ConfusionMatrix sampleWeight(Tensor weights) {
        var w = ClassNumbers.weights("ConfusionMatrix.sampleWeight", yTrue.length, weights);
        return new ConfusionMatrix(yTrue, yPred, w, true, labels, names);
    }

    /// The classes, in the order of rows and columns.
    public List<Integer> labels() {
        return IntStream.of(labels).boxed().toList();
    }

    /// What the classes are called.
    public List<String> names() {
        return names.isEmpty() ? LabelNames.numbers(labels) : names;
    }

    /// The counts (classes, classes): int64, or of weighted samples float64.
    public Tensor counts() {
        int n = labels.length;
        var place = IntStream.range(0, n).boxed().collect(Collectors.toMap(i -> labels[i], i -> i));
        var counts = new double[n * n];
        for (int i = 0; i < yTrue.length; i++) {
            var row = place.get(yTrue[i]);
            var column = place.get(yPred[i]);
            if (row != null && column != null) {
                counts[row * n + column] += weights[i];
            }
        }
        var table = Tensor.of(counts, new Spec(Shape.of(n, n), DType.FLOAT64));
        return weighted ? table : table.cast(DType.INT64);
    }

    /// Each row over its sum: of what is of a class, the share that was taken for each.
    /// scikit-learn: `normalize="true"`.
    public Tensor sharesOfTrue() {
        var counts = counts().cast(DType.FLOAT64);
        return shares(counts, counts.sumKeepDims(1));
    }

    /// Each column over its sum: of what was taken for a class, the share that is of each.
    /// scikit-learn: `normalize="pred"`.
    public Tensor sharesOfPredicted() {
        var counts = counts().cast(DType.FLOAT64);
        return shares(counts, counts.sumKeepDims(0));
    }

    /// The shares of all samples. scikit-learn: `normalize="all"`.
    public Tensor sharesOfAll() {
        var counts = counts().cast(DType.FLOAT64);
        return shares(counts, counts.sumKeepDims());
    }

    private static Tensor shares(Tensor counts, Tensor sums) {
        var none = sums.equal(0).broadcastTo(counts.shape());
        return Tensor.where(none, Tensor.zeros(counts.spec()), counts.div(sums));
    }

    /// The share of the samples in the matrix that were predicted right.
    public double accuracy() {
        var counts = counts().cast(DType.FLOAT64);
        double right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += counts.at(i, i);
        }
        return right / Arrays.stream(counts.toDoubles()).sum();
    }

    /// The counts, as numpy prints them.
    @Override
    public String toString() {
        return counts().toString();
    }
}
