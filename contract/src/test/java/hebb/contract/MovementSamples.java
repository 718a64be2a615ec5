package hebb.contract;

import static hebb.contract.Numbers.bits;
import static hebb.contract.Numbers.listed;
import static hebb.contract.Numbers.some;
import static hebb.contract.Numbers.special;

import hebb.core.op.Argument;
import hebb.core.op.Broadcast;
import hebb.core.op.Concat;
import hebb.core.op.Constant;
import hebb.core.op.Gather;
import hebb.core.op.Iota;
import hebb.core.op.Pad;
import hebb.core.op.Reshape;
import hebb.core.op.Reverse;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Slice;
import hebb.core.op.Transpose;
import hebb.core.op.Unique;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.List;

/// Rows of the ops that make, move, pick and scatter elements.
final class MovementSamples {
    private static final List<DType> TYPES =
            List.of(DType.INT32, DType.INT64, DType.UINT8, DType.BOOL);

    private MovementSamples() {}

    static List<Sample> of(DType type) {
        var rows = new ArrayList<Sample>();
        sources(type, rows);
        moves(type, rows);
        TYPES.forEach(other -> moves(other, rows));
        joins(type, rows);
        TYPES.forEach(other -> joins(other, rows));
        picks(type, rows);
        TYPES.forEach(other -> picks(other, rows));
        scatters(type, rows);
        scatters(DType.INT32, rows);
        scatters(DType.INT64, rows);
        uniques(rows);
        return rows;
    }

    private static void sources(DType type, List<Sample> rows) {
        var x = special(type);
        rows.add(Sample.rough(new Argument("x", x.spec()), x));
        rows.add(Sample.of(x));
        rows.add(Sample.of(Constant.scalar(2.5, type)));
        rows.add(Sample.of(some(type, 2, 0)));
        for (var t : List.of(type, DType.INT32, DType.INT64, DType.UINT8)) {
            rows.add(Sample.of(some(t, 2, 3)));
            rows.add(Sample.of(new Iota(new Spec(Shape.of(300), t), 0)));
            rows.add(Sample.of(new Iota(new Spec(Shape.of(3, 4, 5), t), 1)));
            rows.add(Sample.of(new Iota(new Spec(Shape.of(3, 0), t), 0)));
        }
    }

    private static void moves(DType type, List<Sample> rows) {
        rows.add(Sample.of(new Broadcast(Shape.of(2, 3)), some(type, 3)));
        rows.add(Sample.of(new Broadcast(Shape.of(2, 3)), some(type)));
        rows.add(Sample.of(new Broadcast(Shape.of(2, 3)), some(type, 2, 3)));
        rows.add(Sample.of(new Broadcast(Shape.of(2, 4, 3)), some(type, 2, 1, 3)));
        rows.add(Sample.of(new Broadcast(Shape.of(0, 3)), some(type, 1, 1)));
        rows.add(Sample.of(new Broadcast(Shape.of(17, 33)), some(type, 17, 1)));

        rows.add(Sample.of(new Transpose(List.of()), some(type)));
        rows.add(Sample.of(new Transpose(List.of(0)), some(type, 5)));
        rows.add(Sample.of(new Transpose(List.of(1, 0)), some(type, 17, 33)));
        rows.add(Sample.of(new Transpose(List.of(1, 2, 0)), some(type, 2, 3, 4)));
        rows.add(Sample.of(new Transpose(List.of(2, 1, 0)), some(type, 2, 3, 4)));
        rows.add(Sample.of(new Transpose(List.of(0, 2, 1, 3)), some(type, 2, 3, 1, 5)));
        rows.add(Sample.of(new Transpose(List.of(1, 0, 2)), some(type, 2, 0, 3)));

        rows.add(Sample.of(slice(List.of(), List.of(), List.of()), some(type)));
        rows.add(Sample.of(slice(List.of(1), List.of(4), List.of(1)), some(type, 5)));
        rows.add(Sample.of(slice(List.of(1), List.of(Slice.END), List.of(3)), some(type, 9)));
        rows.add(Sample.of(slice(List.of(2), List.of(2), List.of(2)), some(type, 5)));
        rows.add(
                Sample.of(
                        slice(List.of(1, 0, 1), List.of(3, Slice.END, 6), List.of(1, 2, 4)),
                        some(type, 3, 4, 7)));
        rows.add(Sample.of(slice(List.of(0, 1), List.of(0, 3), List.of(1, 1)), some(type, 0, 4)));

        rows.add(Sample.of(new Reverse(List.of()), some(type, 2, 3)));
        rows.add(Sample.of(new Reverse(List.of(0)), some(type, 17)));
        rows.add(Sample.of(new Reverse(List.of(0, 2)), some(type, 2, 3, 4)));
        rows.add(Sample.of(new Reverse(List.of(-1)), some(type, 2, 3)));
        rows.add(Sample.of(new Reverse(List.of(1)), some(type, 2, 0)));

        rows.add(Sample.of(new Reshape(Shape.of(3, 4)), some(type, 2, 6)));
        rows.add(Sample.of(new Reshape(Shape.of(2, -1)), some(type, 3, 4)));
        rows.add(Sample.of(new Reshape(Shape.of()), some(type, 1, 1)));
        rows.add(Sample.of(new Reshape(Shape.of(3, 0)), some(type, 0, 5)));

        for (double value : new double[] {0, -0.0, 7.5, Double.NEGATIVE_INFINITY, Double.NaN}) {
            rows.add(Sample.rough(pad(List.of(2), List.of(1), List.of(0), value), some(type, 3)));
        }
        rows.add(Sample.of(pad(List.of(), List.of(), List.of(), 1), some(type)));
        rows.add(Sample.of(pad(List.of(1, 0), List.of(0, 2), List.of(2, 1), 1), some(type, 3, 5)));
        rows.add(Sample.of(pad(List.of(1, 0), List.of(2, 0), List.of(3, 0), 1), some(type, 0, 2)));
    }

    private static void joins(DType type, List<Sample> rows) {
        rows.add(Sample.of(new Concat(0), some(type, 3)));
        rows.add(Sample.of(new Concat(0), some(type, 3), some(type, 5)));
        rows.add(Sample.of(new Concat(1), some(type, 2, 3), some(type, 2, 1), some(type, 2, 4)));
        rows.add(Sample.of(new Concat(0), some(type, 2, 3), some(type, 0, 3), some(type, 1, 3)));
        rows.add(Sample.of(new Concat(2), some(type, 3, 5, 1), some(type, 3, 5, 17)));
    }

    private static void picks(DType type, List<Sample> rows) {
        for (var whole : List.of(DType.INT32, DType.INT64)) {
            var few = listed(whole, 2, 0, 2);
            rows.add(Sample.of(new Gather(0), some(type, 4), Numbers.reshaped(listed(whole, 3))));
            rows.add(Sample.of(new Gather(0), some(type, 4, 5), few));
            rows.add(Sample.of(new Gather(1), some(type, 2, 3, 4), few));
            rows.add(Sample.of(new Gather(-1), some(type, 2, 3), few));
            rows.add(
                    Sample.of(
                            new Gather(1),
                            some(type, 2, 3),
                            Numbers.reshaped(listed(whole, 0, 1, 2, 2, 1, 0), 2, 3)));
            rows.add(Sample.of(new Gather(0), some(type, 3, 2), listed(whole)));
            rows.add(Sample.of(new Gather(0), some(type, 3, 0), few));
        }
        rows.add(Sample.rough(new Gather(0), bits(type, 3, 33), listed(DType.INT32, 1, 1, 0, 2)));
    }

    private static void uniques(List<Sample> rows) {
        for (var whole : List.of(DType.INT32, DType.INT64)) {
            for (boolean inverse : new boolean[] {false, true}) {
                var op = new Unique(5, inverse);
                rows.add(Sample.of(op, listed(whole, 2, 0, 2)));
                rows.add(Sample.of(op, listed(whole, 4, 4, 4, 4, 4, 4, 4)));
                rows.add(Sample.of(op, listed(whole, 3, 1, 4, 1, 0, 2, 2, 3)));
                rows.add(Sample.of(op, Numbers.reshaped(listed(whole, 4, 1, 1, 4, 0, 4), 3, 2)));
                rows.add(Sample.of(op, Numbers.reshaped(listed(whole, 3))));
                rows.add(Sample.of(op, listed(whole)));
                rows.add(Sample.of(new Unique(0, inverse), listed(whole)));
            }
        }
    }

    private static void scatters(DType type, List<Sample> rows) {
        for (var whole : List.of(DType.INT32, DType.INT64)) {
            var few = listed(whole, 2, 0, 2);
            rows.add(Sample.of(new ScatterAdd(0, 4), some(type, 3), few));
            rows.add(Sample.of(new ScatterAdd(0, 4), some(type, 3, 5), few));
            rows.add(Sample.of(new ScatterAdd(1, 3), some(type, 2, 3, 4), few));
            rows.add(
                    Sample.of(
                            new ScatterAdd(0, 3),
                            some(type, 5),
                            Numbers.reshaped(listed(whole, 1))));
            rows.add(Sample.of(new ScatterAdd(0, 3), some(type, 0, 2), listed(whole)));
            rows.add(
                    Sample.of(
                            new ScatterAdd(0, 4),
                            some(type, 2, 3, 2),
                            Numbers.reshaped(listed(whole, 0, 1, 1, 1, 3, 0), 2, 3)));
        }
        rows.add(
                Sample.rough(
                        new ScatterAdd(0, 2),
                        Numbers.reshaped(bits(type, 99), 9, 11),
                        listed(DType.INT32, 0, 1, 1, 0, 0, 0, 1, 0, 1)));
    }

    private static Slice slice(List<Integer> start, List<Integer> stop, List<Integer> step) {
        return new Slice(start, stop, step);
    }

    private static Pad pad(
            List<Integer> low, List<Integer> high, List<Integer> inner, double value) {
        return new Pad(low, high, inner, value);
    }
}
