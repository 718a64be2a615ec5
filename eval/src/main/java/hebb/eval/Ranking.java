package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Samples in the order of their scores, the highest first: how much is right and how much wrong
/// among those from each score upward, one entry a distinct score.
final class Ranking {
    private final double[] right;
    private final double[] wrong;
    private final double[] scores;

    private Ranking(double[] right, double[] wrong, double[] scores) {
        this.right = right;
        this.wrong = wrong;
        this.scores = scores;
    }

    /// Of samples that are positive or not.
    static Ranking of(boolean[] yTrue, double[] scores, double[] weights) {
        var order =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -scores[i]))
                        .mapToInt(i -> i)
                        .toArray();
        var right = new double[order.length];
        var wrong = new double[order.length];
        double sumRight = 0;
        double sumWrong = 0;
        int count = 0;
        var distinct = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            sumRight += yTrue[i] ? weights[i] : 0;
            sumWrong += yTrue[i] ? 0 : weights[i];
            if (k == order.length - 1 || scores[order[k + 1]] != scores[i]) {
                right[count] = sumRight;
                wrong[count] = sumWrong;
                distinct[count++] = scores[i];
            }
        }
        return new Ranking(
                Arrays.copyOf(right, count),
                Arrays.copyOf(wrong, count),
                Arrays.copyOf(distinct, count));
    }

    /// Of labels 0 and 1 (or -1 and 1, or bool) and one score a sample, or the two probabilities of
    /// both classes.
    static Ranking of(String where, Tensor yTrue, Tensor scores, Tensor... weights) {
        var labels = binary(where, yTrue);
        var values = positive(where, scores).toDoubles();
        ClassNumbers.requireSame(where, labels.length, values.length);
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw HebbException.of(where, "a score is NaN")
                    .expected("numbers, the higher the surer of the positive class");
        }
        return of(labels, values, ClassNumbers.weights(where, labels.length, weights));
    }

    private static boolean[] binary(String where, Tensor yTrue) {
        var numbers = ClassNumbers.of(where, yTrue);
        var distinct = ClassNumbers.distinct(numbers);
        if (IntStream.of(distinct).anyMatch(l -> l != 1 && l != 0 && l != -1)
                || distinct.length > 2) {
            throw HebbException.of(where, "the labels are not of two classes, 0 and 1")
                    .received(Arrays.toString(distinct))
                    .expected("0 and 1, or -1 and 1")
                    .fix("y.equal(2) for class 2 against the rest, or oneVsRest(…)");
        }
        var positive = new boolean[numbers.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = numbers[i] == 1;
        }
        return positive;
    }

    private static Tensor positive(String where, Tensor scores) {
        if (scores.rank() == 2 && scores.dim(1) <= 2 && scores.dim(1) > 0) {
            return scores.slice(1, scores.dim(1) - 1, scores.dim(1)).reshape(-1);
        }
        if (scores.rank() != 1) {
            throw HebbException.of(where, "there is not one score for each sample")
                    .received(scores.shape())
                    .expected("(samples,), (samples, 1) or the probabilities of 2 classes");
        }
        return scores;
    }

    /// Only the entries at these places.
    Ranking at(int... places) {
        return new Ranking(pick(right, places), pick(wrong, places), pick(scores, places));
    }

    private static double[] pick(double[] values, int... places) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }

    /// The weight of the positive samples from each score upward.
    double[] right() {
        return right;
    }

    /// The weight of the negative samples from each score upward.
    double[] wrong() {
        return wrong;
    }

    /// The distinct scores, falling.
    double[] scores() {
        return scores;
    }

    double allRight() {
        return right[right.length - 1];
    }

    double allWrong() {
        return wrong[wrong.length - 1];
    }
}
