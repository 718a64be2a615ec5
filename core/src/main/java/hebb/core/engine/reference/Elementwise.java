package hebb.core.engine.reference;

import hebb.core.op.Binary;
import hebb.core.op.Compare;
import hebb.core.op.Unary;

/// Ops whose every element depends on one element of each input, found by broadcasting.
final class Elementwise {
    private Elementwise() {}

    static void unary(Unary op, Value x, Value y) {
        switch (x.elements()) {
            case Floats from -> {
                var to = y.floats();
                for (int i = 0; i < y.size(); i++) {
                    to.put(i, to.apply(op, from.at(i)));
                }
            }
            case Integers from -> {
                var to = y.integers();
                for (int i = 0; i < y.size(); i++) {
                    to.put(i, op.apply(from.at(i)));
                }
            }
        }
    }

    static void binary(Binary op, Value a, Value b, Value y) {
        var first = View.broadcast(a.shape(), y.shape()).places();
        var second = View.broadcast(b.shape(), y.shape()).places();
        switch (y.elements()) {
            case Floats to -> {
                for (int i = 0; i < y.size(); i++) {
                    to.put(i, to.apply(op, a.floats().at(first[i]), b.floats().at(second[i])));
                }
            }
            case Integers to -> {
                for (int i = 0; i < y.size(); i++) {
                    to.put(i, op.apply(a.integers().at(first[i]), b.integers().at(second[i])));
                }
            }
        }
    }

    static void compare(Compare op, Value a, Value b, Value y) {
        var first = View.broadcast(a.shape(), y.shape()).places();
        var second = View.broadcast(b.shape(), y.shape()).places();
        var to = y.integers();
        for (int i = 0; i < y.size(); i++) {
            boolean holds =
                    a.dtype().isFloating()
                            ? op.test(a.floats().at(first[i]), b.floats().at(second[i]))
                            : op.test(a.integers().at(first[i]), b.integers().at(second[i]));
            to.put(i, holds ? 1 : 0);
        }
    }

    static void select(Value condition, Value a, Value b, Value y) {
        var deciding = View.broadcast(condition.shape(), y.shape()).places();
        var first = View.broadcast(a.shape(), y.shape()).places();
        var second = View.broadcast(b.shape(), y.shape()).places();
        for (int i = 0; i < y.size(); i++) {
            if (condition.integers().at(deciding[i]) != 0) {
                y.move(i, a.array(), first[i], 1);
            } else {
                y.move(i, b.array(), second[i], 1);
            }
        }
    }

    static void cast(Value x, Value y) {
        var to = y.elements();
        switch (x.elements()) {
            case Floats from -> {
                for (int i = 0; i < y.size(); i++) {
                    to.put(i, from.at(i));
                }
            }
            case Integers from -> {
                for (int i = 0; i < y.size(); i++) {
                    to.put(i, from.at(i));
                }
            }
        }
    }
}
