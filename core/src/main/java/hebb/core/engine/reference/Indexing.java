package hebb.core.engine.reference;

import hebb.core.op.Binary;
import hebb.core.op.Gather;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Unique;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/// Ops that find slices by number: a table is seen as (outer, axis, inner), the slices as (outer,
/// indices, inner).
final class Indexing {
    private Indexing() {}

    static void gather(Gather op, Value table, Value indices, Value y) {
        int axis = table.shape().axis(op.axis());
        int outer = table.shape().slice(0, axis).size();
        int length = table.shape().dim(axis);
        int inner = table.shape().slice(axis + 1, table.shape().rank()).size();
        for (int i = 0; i < indices.size(); i++) {
            int index = index(op.label(), indices, i, length);
            for (int o = 0; o < outer; o++) {
                int to = (o * indices.size() + i) * inner;
                y.move(to, table.array(), (o * length + index) * inner, inner);
            }
        }
    }

    static void scatterAdd(ScatterAdd op, Value updates, Value indices, Value y) {
        int axis = y.shape().axis(op.axis());
        int outer = y.shape().slice(0, axis).size();
        int length = y.shape().dim(axis);
        int inner = y.shape().slice(axis + 1, y.shape().rank()).size();
        for (int i = 0; i < indices.size(); i++) {
            int index = index(op.label(), indices, i, length);
            for (int o = 0; o < outer; o++) {
                for (int k = 0; k < inner; k++) {
                    int from = (o * indices.size() + i) * inner + k;
                    accumulate(updates, from, y, (o * length + index) * inner + k);
                }
            }
        }
    }

    private static void accumulate(Value x, int from, Value y, int to) {
        switch (y.elements()) {
            case Floats sum -> sum.put(to, sum.add(sum.at(to), x.floats().at(from)));
            case Integers sum -> sum.put(to, Binary.ADD.apply(sum.at(to), x.integers().at(from)));
        }
    }

    static void unique(Unique op, Value indices, Value y) {
        var distinct = new TreeSet<Integer>();
        for (int i = 0; i < indices.size(); i++) {
            distinct.add(index(op.taker(), indices, i, op.limit()));
        }
        var values = List.copyOf(distinct);
        for (int i = 0; i < y.size(); i++) {
            int result =
                    op.inverse()
                            ? Collections.binarySearch(
                                    values, index(op.taker(), indices, i, op.limit()))
                            : values.get(Math.min(i, values.size() - 1));
            y.integers().put(i, result);
        }
    }

    private static int index(String op, Value indices, int at, int length) {
        long index = indices.integers().at(at);
        if (index < 0 || index >= length) {
            throw HebbException.of(op, "an index is out of range")
                    .received(index + " at " + coordinates(indices.shape(), at))
                    .expected(
                            length == 0
                                    ? "none, because the axis is empty"
                                    : "0 to " + (length - 1) + ", the positions of the axis");
        }
        return (int) index;
    }

    private static String coordinates(Shape shape, int number) {
        var coordinates = new int[shape.rank()];
        for (int i = coordinates.length - 1; i >= 0; i--) {
            coordinates[i] = number % shape.dim(i);
            number /= shape.dim(i);
        }
        return Shape.of(coordinates) + " of indices of shape " + shape;
    }
}
