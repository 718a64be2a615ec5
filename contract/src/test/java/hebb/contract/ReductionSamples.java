package hebb.contract;

import static hebb.contract.Numbers.around;
import static hebb.contract.Numbers.between;
import static hebb.contract.Numbers.bits;
import static hebb.contract.Numbers.distinct;
import static hebb.contract.Numbers.listed;
import static hebb.contract.Numbers.reshaped;
import static hebb.contract.Numbers.some;
import static hebb.contract.Numbers.special;
import static hebb.contract.Numbers.tied;

import hebb.core.op.ArgReduce;
import hebb.core.op.ArgSort;
import hebb.core.op.Constant;
import hebb.core.op.LogSoftmax;
import hebb.core.op.Op;
import hebb.core.op.Reduce;
import hebb.core.op.Softmax;
import hebb.core.shape.DType;
import java.util.ArrayList;
import java.util.List;

/// Rows of the ops that fold elements.
final class ReductionSamples {
    private static final List<List<Integer>> AXES =
            List.of(
                    List.of(0),
                    List.of(1),
                    List.of(2),
                    List.of(0, 1),
                    List.of(0, 2),
                    List.of(1, 2),
                    List.of(0, 1, 2));

    private ReductionSamples() {}

    static List<Sample> of(DType type) {
        var rows = new ArrayList<Sample>();
        for (var kind : Reduce.Kind.values()) {
            reduce(kind, type, rows);
        }
        for (var kind : ArgReduce.Kind.values()) {
            argReduce(kind, type, rows);
        }
        argSort(new ArgSort(false), type, rows);
        argSort(new ArgSort(true), type, rows);
        softmax(Softmax.INSTANCE, type, rows);
        softmax(LogSoftmax.INSTANCE, type, rows);
        return rows;
    }

    private static void reduce(Reduce.Kind kind, DType type, List<Sample> rows) {
        boolean sums = kind == Reduce.Kind.SUM || kind == Reduce.Kind.PROD;
        for (var axes : AXES) {
            var op = new Reduce(kind, axes);
            rows.add(Sample.of(op, smooth(kind, type, 2, 3, 4)));
            rows.add(Sample.rough(op, between(-2, 2, type, 5, 19, 7)));
            rows.add(Sample.rough(op, bits(type, 3, 5, 18)));
            rows.add(Sample.rough(op, tied(type, 3, 5, 4)));
            if (sums) {
                rows.add(Sample.of(op, some(type, 2, 0, 3)));
                rows.add(Sample.of(op, some(type, 0, 2, 3)));
            }
            for (var other : new DType[] {DType.INT32, DType.INT64, DType.UINT8, DType.BOOL}) {
                if (!sums || other == DType.INT32 || other == DType.INT64) {
                    rows.add(Sample.of(op, bits(other, 3, 5, 18)));
                }
            }
        }
        for (int length : new int[] {1, 2, 15, 16, 17, 31, 32, 33, 1000}) {
            var op = new Reduce(kind, List.of(0));
            rows.add(Sample.rough(op, around(0.9, 1.1, type, length)));
            rows.add(Sample.rough(op, around(0.9, 1.1, type, length, 3)));
            rows.add(Sample.rough(op, special(type)));
        }
        rows.add(Sample.rough(new Reduce(kind, List.of(0)), listed(type, -0.0, -0.0)));
        rows.add(Sample.rough(new Reduce(kind, List.of(1)), some(type, 0, 3)));
    }

    private static Constant smooth(Reduce.Kind kind, DType type, int... dims) {
        return switch (kind) {
            case SUM -> some(type, dims);
            case PROD -> around(0.8, 1.3, type, dims);
            case MIN, MAX -> distinct(type, dims);
        };
    }

    private static void argReduce(ArgReduce.Kind kind, DType type, List<Sample> rows) {
        for (int axis = 0; axis < 3; axis++) {
            var op = new ArgReduce(kind, axis);
            rows.add(Sample.rough(op, bits(type, 3, 5, 18)));
            rows.add(Sample.rough(op, tied(type, 3, 5, 4)));
            for (var other : new DType[] {DType.INT32, DType.INT64, DType.UINT8, DType.BOOL}) {
                rows.add(Sample.of(op, some(other, 3, 5, 4)));
            }
        }
        rows.add(Sample.rough(new ArgReduce(kind, 0), special(type)));
        rows.add(Sample.rough(new ArgReduce(kind, -1), distinct(type, 3, 50)));
        rows.add(Sample.rough(new ArgReduce(kind, 1), some(type, 0, 3)));
    }

    private static void argSort(ArgSort op, DType type, List<Sample> rows) {
        rows.add(Sample.rough(op, bits(type, 3, 5, 18)));
        rows.add(Sample.rough(op, tied(type, 3, 5, 40)));
        rows.add(Sample.rough(op, special(type)));
        rows.add(Sample.rough(op, distinct(type, 3, 50)));
        for (int length : new int[] {0, 1, 2, 3, 1000}) {
            rows.add(Sample.rough(op, around(0.9, 1.1, type, 2, length)));
        }
        for (var other : new DType[] {DType.INT32, DType.INT64, DType.UINT8, DType.BOOL}) {
            rows.add(Sample.of(op, bits(other, 3, 5, 18)));
        }
    }

    private static void softmax(Op op, DType type, List<Sample> rows) {
        rows.add(Sample.of(op, some(type, 5)));
        rows.add(Sample.of(op, some(type, 2, 10)));
        rows.add(Sample.of(op, some(type, 2, 3, 4)));
        rows.add(Sample.of(op, some(type, 3, 1)));
        rows.add(Sample.of(op, some(type, 0, 5)));
        rows.add(Sample.of(op, some(type, 2, 0)));
        rows.add(Sample.rough(op, between(-30, 30, type, 3, 33)));
        rows.add(Sample.rough(op, between(-1000, 1000, type, 37, 17)));
        rows.add(Sample.rough(op, reshaped(special(type), 3, 7)));
        rows.add(Sample.rough(op, special(type)));
        double low = Double.NEGATIVE_INFINITY;
        rows.add(Sample.rough(op, reshaped(listed(type, low, low, low, low, 1, 2), 2, 3)));
    }
}
