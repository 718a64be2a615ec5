package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.math.Norms;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Numbers that predictions may lie above.
///
/// Evenly spread over 0 to 1, they are compared by Keras's rule for that: the place of a prediction
/// is computed, and not looked for, which can differ in the last bit.
final class Thresholds {
    private final double[] values;
    private final boolean isEven; // whether they are i / (n - 1)

    private Thresholds(double[] values, boolean isEven) {
        this.values = values;
        this.isEven = isEven;
    }

    double[] values() {
        return values.clone();
    }

    /// These numbers.
    ///
    /// @throws HebbException if one does not lie between 0 and 1
    static Thresholds of(String where, double... values) {
        for (double value : values) {
            if (!(value >= 0 && value <= 1)) {
                throw HebbException.of(where, "a threshold is not between 0 and 1")
                        .received(value)
                        .expected("from 0 to 1");
            }
        }
        return new Thresholds(values, areEven(values));
    }

    /// One that everything passes which is not put aside.
    static Thresholds always() {
        return new Thresholds(new double[] {Decisions.NEVER}, false);
    }

    /// So many, from 0 to 1.
    static Thresholds even(int count) {
        return count == 1
                ? new Thresholds(new double[] {0.5}, false)
                : new Thresholds(
                        IntStream.range(0, count).mapToDouble(i -> i / (count - 1.0)).toArray(),
                        true);
    }

    /// The same, with the first a little below 0 and the last a little above 1.
    Thresholds widened() {
        var wide = values.clone();
        wide[0] -= Norms.EPSILON;
        wide[wide.length - 1] += Norms.EPSILON;
        return new Thresholds(wide, isEven);
    }

    /// These between 0 and 1.
    static Thresholds between(String where, List<Double> inner) {
        var sorted = inner.stream().mapToDouble(Double::doubleValue).sorted();
        var all = DoubleStream.concat(DoubleStream.concat(DoubleStream.of(0), sorted), one());
        return of(where, all.toArray());
    }

    private static DoubleStream one() {
        return DoubleStream.of(1);
    }

    private static boolean areEven(double... values) {
        int last = values.length - 1;
        return last >= 2
                && IntStream.rangeClosed(0, last)
                        .allMatch(i -> {
                            double even = (float) i / last;
                            return Math.abs(values[i] - even) <= Norms.EPSILON + 1e-5 * even;
                        });
    }

    int count() {
        return values.length;
    }

    /// Whether predictions (1, …) lie above each of them: bool (thresholds, …).
    Tensor passed(Tensor predictions) {
        var column = new int[predictions.rank()];
        Arrays.fill(column, 1);
        column[0] = count();
        if (!isEven) {
            return predictions.greater(Tensor.of(values).cast(predictions.dtype()).reshape(column));
        }
        var place = predictions.clip(0, 1).mul(count() - 1).ceil().sub(1);
        boolean isWide = values[0] < 0 || values[count() - 1] > 1;
        var numbers = Tensor.iota(new Spec(Shape.of(column), DType.INT32), 0);
        return (isWide ? place.relu() : place).greaterEqual(numbers.cast(place.dtype()));
    }

    // ---- as an option

    /// What an option `thresholds` says: nothing, a number or a list.
    static Optional<double[]> parse(Optional<Object> value) {
        return value.map(v ->
                v instanceof List<?> list
                        ? list.stream().mapToDouble(t -> ((Number) t).doubleValue()).toArray()
                        : new double[] {((Number) v).doubleValue()});
    }

    /// As Keras writes it.
    static Optional<Object> written(Optional<double[]> values) {
        return values.map(v -> v.length == 1 ? (Object) v[0] : Arrays.stream(v).boxed().toList());
    }
}
