package hebb.core.engine.reference;

import hebb.core.op.Constant;
import hebb.core.op.Pad;
import hebb.core.op.Reverse;
import hebb.core.op.Slice;
import hebb.core.op.Transpose;
import java.util.List;

/// Ops that put elements elsewhere and change none.
final class Movement {
    private Movement() {}

    static void broadcast(Value x, Value y) {
        read(x, View.broadcast(x.shape(), y.shape()), y);
    }

    static void transpose(Transpose op, Value x, Value y) {
        var own = x.shape().strides();
        var strides = op.axes().stream().mapToInt(axis -> own[axis]).toArray();
        read(x, new View(y.shape(), 0, strides), y);
    }

    static void slice(Slice op, Value x, Value y) {
        var strides = x.shape().strides();
        int offset = 0;
        for (int i = 0; i < strides.length; i++) {
            offset += op.start().get(i) * strides[i];
            strides[i] *= op.step().get(i);
        }
        read(x, new View(y.shape(), offset, strides), y);
    }

    static void reverse(Reverse op, Value x, Value y) {
        var strides = x.shape().strides();
        int offset = 0;
        for (int axis : op.axes()) {
            int a = x.shape().axis(axis);
            offset += (x.shape().dim(a) - 1) * strides[a];
            strides[a] = -strides[a];
        }
        read(x, new View(y.shape(), offset, strides), y);
    }

    static void pad(Pad op, Value x, Value y) {
        var value = Constant.scalar(op.value(), y.dtype()).data();
        for (int i = 0; i < y.size(); i++) {
            y.move(i, value, 0, 1);
        }
        var strides = y.shape().strides();
        int offset = 0;
        for (int i = 0; i < strides.length; i++) {
            offset += op.low().get(i) * strides[i];
            strides[i] *= op.inner().get(i) + 1;
        }
        write(x, new View(x.shape(), offset, strides), y);
    }

    static void concat(int axis, List<Value> inputs, Value y) {
        var strides = y.shape().strides();
        int offset = 0;
        for (var x : inputs) {
            write(x, new View(x.shape(), offset, strides), y);
            offset += x.shape().dim(axis) * strides[y.shape().axis(axis)];
        }
    }

    static void iota(int axis, Value y) {
        var strides = new int[y.shape().rank()];
        strides[y.shape().axis(axis)] = 1;
        var places = new View(y.shape(), 0, strides).places();
        for (int i = 0; i < places.length; i++) {
            y.elements().put(i, (long) places[i]);
        }
    }

    private static void read(Value x, View from, Value y) {
        var places = from.places();
        for (int i = 0; i < places.length; i++) {
            y.move(i, x.array(), places[i], 1);
        }
    }

    private static void write(Value x, View to, Value y) {
        var places = to.places();
        for (int i = 0; i < places.length; i++) {
            y.move(places[i], x.array(), i, 1);
        }
    }
}
