package hebb.core.engine.reference;

import hebb.core.op.ArgSort;
import java.util.Arrays;
import java.util.Comparator;

/// Rows in order.
final class Sorting {
    private Sorting() {}

    static void argSort(ArgSort op, Value x, Value y) {
        int length = x.shape().dim(-1);
        for (int begin = 0; begin < x.size(); begin += length) {
            int row = begin;
            var positions = new Integer[length];
            Arrays.setAll(positions, i -> i);
            Arrays.sort(positions, Comparator.comparingLong(i -> key(op, x, row + i)));
            for (int i = 0; i < length; i++) {
                y.integers().put(row + i, positions[i]);
            }
        }
    }

    private static long key(ArgSort op, Value x, int at) {
        return switch (x.elements()) {
            case Floats e -> op.key(e.at(at));
            case Integers e -> op.key(e.at(at));
        };
    }
}
