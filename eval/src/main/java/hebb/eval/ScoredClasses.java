package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Samples of several classes with a score for each class, reduced to questions of yes or no.
final class ScoredClasses {
    private final int[] yTrue; // each sample's column
    private final double[][] scores;
    private final int count;

    private ScoredClasses(int[] yTrue, double[][] scores, int count) {
        this.yTrue = yTrue;
        this.scores = scores;
        this.count = count;
    }

    /// The columns are 0, 1, 2 …, or what `named` says; or the classes that occur, in order, if
    /// these are as many as columns.
    static ScoredClasses of(String where, Tensor yTrue, Tensor scores, int... named) {
        var labels = ClassNumbers.of(where, yTrue);
        ClassNumbers.requireSame(where, labels.length, scores.rank() == 0 ? 0 : scores.dim(0));
        int columns = scores.rank() == 2 ? scores.dim(1) : 1;
        var occurring = ClassNumbers.distinct(labels);
        var classes = named.length > 0 ? LabelNames.checked(where, named) : occurring;
        boolean numbered =
                named.length == 0 && classes[0] >= 0 && classes[classes.length - 1] < columns;
        if (columns < 2 || (!numbered && classes.length != columns)) {
            throw HebbException.of(where, "there is not one column of scores for each class")
                    .received(scores.shape() + " for the classes " + Arrays.toString(classes))
                    .expected("(samples, classes)");
        }
        var columnOf =
                IntStream.range(0, classes.length)
                        .boxed()
                        .collect(Collectors.toMap(i -> classes[i], i -> numbered ? classes[i] : i));
        for (int label : occurring) {
            if (!columnOf.containsKey(label)) {
                throw HebbException.of(where, "a sample is of a class that has no column of scores")
                        .received(label)
                        .expected("one of " + Arrays.toString(classes));
            }
        }
        var places = IntStream.of(labels).map(columnOf::get).toArray();
        var flat = scores.toDoubles();
        var rows = new double[labels.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
        }
        return new ScoredClasses(places, rows, columns);
    }

    int count() {
        return count;
    }

    private int samples() {
        return yTrue.length;
    }

    /// One class against all others.
    Ranking against(int c) {
        return ranking(c, IntStream.range(0, samples()).toArray());
    }

    /// One class against another, on the samples of both.
    Ranking against(int c, int other) {
        return ranking(c, either(c, other));
    }

    private int[] either(int a, int b) {
        return IntStream.range(0, samples()).filter(i -> yTrue[i] == a || yTrue[i] == b).toArray();
    }

    private Ranking ranking(int c, int... of) {
        var is = new boolean[of.length];
        var score = new double[of.length];
        for (int k = 0; k < of.length; k++) {
            is[k] = yTrue[of[k]] == c;
            score[k] = scores[of[k]][c];
        }
        return Ranking.of(is, score, ones(of.length));
    }

    /// All classes' questions as one.
    private Ranking together() {
        var is = new boolean[samples() * count];
        var score = new double[is.length];
        for (int k = 0; k < is.length; k++) {
            is[k] = yTrue[k / count] == k % count;
            score[k] = scores[k / count][k % count];
        }
        return Ranking.of(is, score, ones(is.length));
    }

    private static double[] ones(int n) {
        var ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// A measure of one class against all others, averaged.
    double oneVsRest(ToDoubleFunction<Ranking> measure, Averaging how) {
        if (how == Averaging.MICRO) {
            return measure.applyAsDouble(together());
        }
        var each =
                IntStream.range(0, count)
                        .mapToDouble(c -> measure.applyAsDouble(against(c)))
                        .toArray();
        if (how == Averaging.MACRO) {
            return Pairwise.mean(each);
        }
        var support = new double[count];
        for (int c : yTrue) {
            support[c]++;
        }
        for (int c = 0; c < count; c++) {
            each[c] = support[c] == 0 ? 0 : each[c];
        }
        return Pairwise.mean(each, support);
    }

    /// A measure of each class against each other one that occurs, averaged.
    double oneVsOne(ToDoubleFunction<Ranking> measure, boolean weighted) {
        var present = ClassNumbers.distinct(yTrue);
        int pairs = present.length * (present.length - 1) / 2;
        var each = new double[pairs];
        var weights = new double[pairs];
        int at = 0;
        for (int i = 0; i < present.length; i++) {
            for (int j = i + 1; j < present.length; j++) {
                int a = present[i];
                int b = present[j];
                weights[at] = weighted ? either(a, b).length / (double) samples() : 1;
                each[at++] =
                        (measure.applyAsDouble(against(a, b))
                                        + measure.applyAsDouble(against(b, a)))
                                / 2;
            }
        }
        return weighted ? Pairwise.mean(each, weights) : Pairwise.mean(each);
    }
}
