package hebb.eval;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What precision and recall are made of: how much was predicted right, predicted, and there, class
/// by class.
final class ClassCounts {
    private final double[] right;
    private final double[] predicted;
    private final double[] there;

    private ClassCounts(double[] right, double[] predicted, double[] there) {
        this.right = right;
        this.predicted = predicted;
        this.there = there;
    }

    static ClassCounts of(int[] yTrue, int[] yPred, double[] weights, int[] labels) {
        var all = ClassNumbers.distinct(yTrue, yPred, labels);
        var right = new double[all.length];
        var predicted = new double[all.length];
        var there = new double[all.length];
        for (int i = 0; i < yTrue.length; i++) {
            int t = Arrays.binarySearch(all, yTrue[i]);
            int p = Arrays.binarySearch(all, yPred[i]);
            there[t] += weights[i];
            predicted[p] += weights[i];
            if (t == p) {
                right[t] += weights[i];
            }
        }
        var places = IntStream.of(labels).map(l -> Arrays.binarySearch(all, l)).toArray();
        return new ClassCounts(
                chosen(right, places), chosen(predicted, places), chosen(there, places));
    }

    private static double[] chosen(double[] values, int... places) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }

    /// What each class's samples weigh.
    double[] there() {
        return there;
    }

    /// All classes as one.
    ClassCounts together() {
        return new ClassCounts(whole(right), whole(predicted), whole(there));
    }

    private static double[] whole(double... values) {
        return new double[] {Pairwise.sum(values)};
    }

    /// The score of the class at a place; a quotient by nothing is `undefined`.
    ClassScore score(int i, double undefined) {
        return new ClassScore(
                quotient(right[i], predicted[i], undefined),
                quotient(right[i], there[i], undefined),
                quotient(2 * right[i], there[i] + predicted[i], undefined),
                there[i]);
    }

    private static double quotient(double part, double whole, double undefined) {
        return whole == 0 ? undefined : part / whole;
    }
}
