package hebb.contract;

import static hebb.contract.Numbers.between;
import static hebb.contract.Numbers.bits;
import static hebb.contract.Numbers.distinct;
import static hebb.contract.Numbers.reshaped;
import static hebb.contract.Numbers.some;
import static hebb.contract.Numbers.special;
import static hebb.contract.Numbers.tied;

import hebb.core.op.AveragePool;
import hebb.core.op.AveragePoolGradient;
import hebb.core.op.Constant;
import hebb.core.op.MaxPool;
import hebb.core.op.MaxPoolGradient;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import java.util.ArrayList;
import java.util.List;

/// Rows of pooling.
final class PoolingSamples {
    private PoolingSamples() {}

    static List<Sample> of(DType type) {
        var rows = new ArrayList<Sample>();
        var two = Windows.strided(Windows.of(2, 2), 2);
        var three = Windows.of(3, 3);
        pools(Windows.strided(Windows.of(2), 2), type, rows, 2, 6, 2);
        pools(Windows.padded(Windows.of(3), 1, 1), type, rows, 1, 5, 3);
        pools(two, type, rows, 2, 4, 6, 2);
        pools(two, type, rows, 1, 5, 7, 1);
        pools(three, type, rows, 1, 4, 5, 2);
        pools(Windows.padded(Windows.strided(three, 2), 0, 1), type, rows, 1, 6, 4, 2);
        pools(Windows.padded(Windows.dilated(Windows.of(2, 2), 2), 1, 1), type, rows, 1, 4, 4, 1);
        pools(Windows.strided(Windows.of(1, 2), 3), type, rows, 1, 5, 5, 1);
        pools(two, type, rows, 0, 4, 4, 1);
        pools(Windows.strided(Windows.of(2, 2, 2), 2), type, rows, 1, 4, 2, 3, 2);
        pools(Windows.padded(Windows.of(2, 2, 3), 1, 0), type, rows, 2, 2, 2, 3, 1);

        for (var x :
                List.of(
                        bits(type, 2, 7, 7, 33),
                        tied(type, 2, 7, 7, 3),
                        between(-1, 1, type, 3, 26, 26, 32),
                        reshaped(special(type), 1, 3, 7, 1))) {
            rough(two, x, rows);
            rough(Windows.padded(Windows.strided(three, 2), 1, 1), x, rows);
        }
        // its first and last windows lie in the padding
        var outside = Windows.padded(Windows.of(2, 2), 2, 2);
        rows.add(Sample.rough(new MaxPool(outside), some(type, 1, 2, 2, 2)));
        rows.add(Sample.rough(new AveragePool(outside), some(type, 1, 2, 2, 2)));
        return rows;
    }

    private static void pools(Window window, DType type, List<Sample> rows, int... input) {
        var x = distinct(type, input);
        var dy = some(type, output(window, Shape.of(input)).dims());
        rows.add(Sample.of(new MaxPool(window), x));
        rows.add(gradient(window, x, dy).smoothIn(2));
        rows.add(Sample.of(new AveragePool(window), x));
        rows.add(Sample.of(new AveragePoolGradient(window, Shape.of(input)), dy));
    }

    private static void rough(Window window, Constant x, List<Sample> rows) {
        var shape = x.spec().shape();
        var dy = between(-1, 1, x.spec().dtype(), output(window, shape).dims());
        rows.add(Sample.rough(new MaxPool(window), x));
        rows.add(gradient(window, x, dy));
        rows.add(Sample.rough(new AveragePool(window), x));
        rows.add(Sample.rough(new AveragePoolGradient(window, shape), dy));
    }

    private static Sample gradient(Window window, Constant x, Constant dy) {
        var y = Running.on("reference", Sample.rough(new MaxPool(window), x));
        return Sample.rough(new MaxPoolGradient(window), x, y, dy);
    }

    private static Shape output(Window window, Shape input) {
        return window.slide("pool", input, input.dim(-1));
    }
}
