package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Precision, recall, F1 and support of each class, and their averages; printed, the text of
/// scikit-learn's `classification_report`, to the character.
///
/// {@snippet :
/// IO.println(ClassificationReport.of(yTest, model.predict(xTest)).names("cat", "dog"));
/// }
///
/// Labels and predictions are what [ConfusionMatrix] takes. Defaults: all classes that occur, two
/// digits, 0 for a quotient by nothing.
public final class ClassificationReport {
    private final int[] yTrue;
    private final int[] yPred;
    private double[] weights;
    private boolean weighted;
    private int[] labels;
    private List<String> names = List.of(); // none until some are given
    private int digits = 2;
    private double zeroDivision;

    private ClassificationReport(int[] yTrue, int[] yPred) {
        this.yTrue = yTrue;
        this.yPred = yPred;
        this.weights = ClassNumbers.weights("ClassificationReport.of", yTrue.length);
        this.labels = ClassNumbers.distinct(yTrue, yPred);
    }

    private ClassificationReport copy() {
        var copy = new ClassificationReport(yTrue, yPred);
        copy.weights = weights;
        copy.weighted = weighted;
        copy.labels = labels;
        copy.names = names;
        copy.digits = digits;
        copy.zeroDivision = zeroDivision;
        return copy;
    }

    /// Of labels and predictions.
    ///
    /// @throws HebbException if there are not as many of both
    public static ClassificationReport of(Tensor yTrue, Tensor yPred) {
        var t = ClassNumbers.of("ClassificationReport.of", yTrue);
        var p = ClassNumbers.of("ClassificationReport.of", yPred);
        ClassNumbers.requireSame("ClassificationReport.of", t.length, p.length);
        return new ClassificationReport(t, p);
    }

    /// Of these classes, in this order. Mistakes with others count still; where others occur, the
    /// micro average takes the place of the accuracy.
    ///
    /// @throws HebbException if one stands there twice, or names were given for more or fewer
    public ClassificationReport labels(int... labels) {
        var copy = copy();
        copy.labels = LabelNames.checked("ClassificationReport", labels);
        if (!names.isEmpty()) {
            copy.names = LabelNames.of("ClassificationReport", copy.labels, names);
        }
        return copy;
    }

    /// With names for the classes, in their order. scikit-learn: `target_names`.
    ///
    /// @throws HebbException if there is not one for each class, or one stands there twice
    public ClassificationReport names(String... names) {
        return names(List.of(names));
    }

    /// With names for the classes, in their order.
    public ClassificationReport names(List<String> names) {
        var copy = copy();
        copy.names = LabelNames.of("ClassificationReport", labels, names);
        return copy;
    }

    /// With so many digits behind the point.
    public ClassificationReport digits(int digits) {
        if (digits < 0) {
            throw HebbException.of("ClassificationReport", "the number of digits is negative")
                    .received(digits)
                    .expected("0 or more");
        }
        var copy = copy();
        copy.digits = digits;
        return copy;
    }

    /// With 0, 1 or NaN for a quotient by nothing: the precision of a class that was never
    /// predicted, the recall of one that is not there. NaN is left out of averages.
    public ClassificationReport zeroDivision(double value) {
        if (value != 0 && value != 1 && !Double.isNaN(value)) {
            throw HebbException.of("ClassificationReport", "zeroDivision takes another number")
                    .received(value)
                    .expected("0, 1 or NaN");
        }
        var copy = copy();
        copy.zeroDivision = value;
        return copy;
    }

    /// With samples that count more or less than one.
    public ClassificationReport sampleWeight(Tensor weights) {
        var copy = copy();
        copy.weights =
                ClassNumbers.weights("ClassificationReport.sampleWeight", yTrue.length, weights);
        copy.weighted = true;
        return copy;
    }

    // ---- the scores

    /// What the classes are called, in order.
    public List<String> names() {
        return names.isEmpty() ? LabelNames.numbers(labels) : names;
    }

    /// The scores by the classes' names.
    public Map<String, ClassScore> scores() {
        var all = classScores(counts());
        var scores = new LinkedHashMap<String, ClassScore>();
        for (int i = 0; i < all.size(); i++) {
            scores.put(names().get(i), all.get(i));
        }
        return scores;
    }

    /// The score of one class.
    ///
    /// @throws HebbException if the report has none of that number
    public ClassScore score(int label) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                return counts().score(i, zeroDivision);
            }
        }
        throw HebbException.of("ClassificationReport", "there is no such class")
                .received(label)
                .expected("one of " + Arrays.toString(labels));
    }

    /// The score of all classes.
    public ClassScore average(Averaging how) {
        var counts = counts();
        return switch (how) {
            case MICRO -> counts.together().score(0, zeroDivision);
            case MACRO -> averaged(counts, new double[0]);
            case WEIGHTED -> averaged(counts, counts.there());
        };
    }

    /// The share of the samples that were predicted right, whatever classes the report is of.
    public double accuracy() {
        var right =
                IntStream.range(0, yTrue.length)
                        .mapToDouble(i -> yTrue[i] == yPred[i] ? weights[i] : 0)
                        .toArray();
        return Pairwise.sum(right) / Pairwise.sum(weights);
    }

    private ClassCounts counts() {
        return ClassCounts.of(yTrue, yPred, weights, labels);
    }

    private List<ClassScore> classScores(ClassCounts counts) {
        return IntStream.range(0, labels.length)
                .mapToObj(i -> counts.score(i, zeroDivision))
                .toList();
    }

    private ClassScore averaged(ClassCounts counts, double... weights) {
        var scores = classScores(counts);
        return new ClassScore(
                average(scores, ClassScore::precision, weights),
                average(scores, ClassScore::recall, weights),
                average(scores, ClassScore::f1, weights),
                Pairwise.sum(counts.there()));
    }

    /// The mean of the numbers that are none NaN.
    private static double average(
            List<ClassScore> scores, ToDoubleFunction<ClassScore> part, double... weights) {
        var values = scores.stream().mapToDouble(part).toArray();
        var known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i]));
        var places = known.toArray();
        if (places.length == 0) {
            return Double.NaN;
        }
        if (weights.length == 0) {
            // numpy's nanmean: zeros in their places, and a smaller number to divide by
            var filled = Arrays.stream(values).map(v -> Double.isNaN(v) ? 0 : v).toArray();
            return Pairwise.sum(filled) / places.length;
        }
        var kept = IntStream.of(places).mapToDouble(i -> values[i]).toArray();
        var keptWeights = IntStream.of(places).mapToDouble(i -> weights[i]).toArray();
        return Pairwise.sum(keptWeights) == 0
                ? Pairwise.mean(kept)
                : Pairwise.mean(kept, keptWeights);
    }

    // ---- printed

    private boolean coversAll() {
        return IntStream.of(ClassNumbers.distinct(yTrue, yPred))
                .allMatch(l -> IntStream.of(labels).anyMatch(own -> own == l));
    }

    /// The report as scikit-learn prints it, with the line break at its end.
    @Override
    public String toString() {
        var text = new ReportText(names(), digits, weighted);
        var counts = counts();
        for (int i = 0; i < labels.length; i++) {
            text.row(names().get(i), counts.score(i, zeroDivision));
        }
        text.gap();
        double support = Pairwise.sum(counts.there());
        var micro = average(Averaging.MICRO);
        if (coversAll()) {
            text.accuracy(micro.f1(), support);
        } else {
            text.row("micro avg", micro, support);
        }
        text.row("macro avg", average(Averaging.MACRO), support);
        text.row("weighted avg", average(Averaging.WEIGHTED), support);
        return text.toString();
    }
}
