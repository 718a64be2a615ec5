package hebb.contract;

import static hebb.contract.Numbers.around;
import static hebb.contract.Numbers.between;
import static hebb.contract.Numbers.bits;
import static hebb.contract.Numbers.offGrid;
import static hebb.contract.Numbers.reshaped;
import static hebb.contract.Numbers.some;
import static hebb.contract.Numbers.special;
import static hebb.contract.Numbers.tied;

import hebb.core.op.Binary;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Constant;
import hebb.core.op.CustomGradient;
import hebb.core.op.Op;
import hebb.core.op.Select;
import hebb.core.op.Unary;
import hebb.core.shape.DType;
import java.util.ArrayList;
import java.util.List;

/// Rows of the ops whose elements do not meet.
final class ElementwiseSamples {
    private static final int ODD =
            1037; // more than a vector kernel's block, and no multiple of its width

    private static final int[][][] PAIRS = {
        {{4, 3}, {4, 3}},
        {{}, {}},
        {{}, {2, 3}},
        {{2, 3}, {}},
        {{3}, {2, 3}},
        {{2, 3}, {1, 3}},
        {{2, 3}, {2, 1}},
        {{1, 3}, {2, 1}},
        {{2, 1, 4}, {3, 1}},
        {{2, 3, 1, 2}, {3, 4, 1}},
        {{0, 3}, {1, 3}},
        {{3}, {0, 1}},
        {{13, 37}, {37}},
        {{13, 37}, {13, 1}},
        {{5, 1, 19}, {1, 7, 1}},
    };

    private ElementwiseSamples() {}

    static List<Sample> of(DType type) {
        var rows = new ArrayList<Sample>();
        for (var op : Unary.values()) {
            unary(op, type, rows);
        }
        for (var op : Binary.values()) {
            for (var pair : PAIRS) {
                rows.add(Sample.of(op, first(op, type, pair[0]), second(op, type, pair[1])));
            }
            rough(op, type, rows);
        }
        for (var op : Compare.values()) {
            for (var pair : PAIRS) {
                rows.add(
                        Sample.of(
                                op,
                                offGrid(0.1, 0.4, type, pair[0]),
                                offGrid(0.42, 0.48, type, pair[1])));
            }
            rough(op, type, rows);
        }
        select(type, rows);
        cast(type, rows);
        rows.add(Sample.rough(CustomGradient.STOP, special(type)));
        rows.add(Sample.rough(CustomGradient.STOP, some(type, 2, 3), some(type, 3)));
        return rows;
    }

    private static void unary(Unary op, DType type, List<Sample> rows) {
        if (op == Unary.NOT) {
            rows.add(Sample.of(op, some(DType.BOOL, ODD)));
            return;
        }
        rows.add(Sample.of(op, domain(op, type, 3, 5)));
        rows.add(Sample.of(op, domain(op, type)));
        rows.add(Sample.of(op, domain(op, type, 0, 3)));
        rows.add(Sample.rough(op, special(type)));
        rows.add(Sample.rough(op, bits(type, ODD)));
        if (op == Unary.NEG || op == Unary.ABS || op == Unary.SIGN) {
            rows.add(Sample.of(op, special(DType.INT32)));
            rows.add(Sample.of(op, special(DType.INT64)));
            rows.add(Sample.of(op, bits(DType.INT32, ODD)));
        }
    }

    private static Constant domain(Unary op, DType type, int... dims) {
        return switch (op) {
            case SQRT, LOG -> between(0.3, 3, type, dims);
            case LOG1P -> between(-0.7, 2, type, dims);
            case TAN -> between(-1.2, 1.2, type, dims);
            case ASIN, ACOS -> between(-0.8, 0.8, type, dims);
            case EXP, EXPM1, SINH, COSH -> between(-2, 2, type, dims);
            default -> offGrid(0.1, 0.4, type, dims);
        };
    }

    private static Constant first(Binary op, DType type, int... dims) {
        return switch (op) {
            case POW -> between(0.5, 2, type, dims);
            case MOD -> around(0.2, 0.4, type, dims); // a / b never near an integer
            default -> offGrid(0.1, 0.4, type, dims);
        };
    }

    private static Constant second(Binary op, DType type, int... dims) {
        return switch (op) {
            case DIV, MOD, ATAN2 -> around(0.5, 2, type, dims);
            default -> offGrid(0.42, 0.48, type, dims);
        };
    }

    private static void rough(Op op, DType type, List<Sample> rows) {
        everyPair(op, type, rows);
        rows.add(Sample.rough(op, tied(type, ODD), tied(type, 1)));
        rows.add(Sample.rough(op, tied(type, 5, 7), tied(type, 7)));
        rows.add(Sample.rough(op, bits(type, ODD), bits(type, ODD)));
        rows.add(Sample.rough(op, bits(type, ODD), some(type, ODD)));
        for (var other : new DType[] {DType.INT32, DType.INT64, DType.UINT8, DType.BOOL}) {
            boolean defined =
                    op instanceof Compare
                            || (other != DType.BOOL && op != Binary.ATAN2)
                            || op == Binary.MIN
                            || op == Binary.MAX;
            if (defined) {
                everyPair(op, other, rows);
                rows.add(Sample.of(op, some(other, 5, 7), some(other, 7)));
                rows.add(Sample.of(op, bits(other, ODD), some(other, ODD)));
            }
        }
    }

    private static void everyPair(Op op, DType type, List<Sample> rows) {
        var values = special(type);
        int n = values.spec().shape().size();
        rows.add(Sample.rough(op, reshaped(values, n, 1), values));
    }

    private static void select(DType type, List<Sample> rows) {
        var op = Select.INSTANCE;
        int[][][] shapes = {
            {{4, 3}, {4, 3}, {4, 3}},
            {{}, {2, 3}, {3}},
            {{2, 1}, {}, {}},
            {{3}, {2, 1}, {1, 3}},
            {{2, 1, 1}, {3, 1}, {4}},
            {{0, 3}, {3}, {1, 1}},
            {{ODD}, {ODD}, {}},
        };
        for (var s : shapes) {
            rows.add(Sample.rough(op, some(DType.BOOL, s[0]), bits(type, s[1]), bits(type, s[2])));
            rows.add(Sample.of(op, some(DType.BOOL, s[0]), some(type, s[1]), some(type, s[2])));
        }
        for (var other : new DType[] {DType.INT32, DType.INT64, DType.UINT8, DType.BOOL}) {
            rows.add(Sample.of(op, some(DType.BOOL, 9, 1), some(other, 5), some(other, 9, 5)));
        }
    }

    private static void cast(DType type, List<Sample> rows) {
        for (var to : DType.values()) {
            var op = new Cast(to);
            rows.add(Sample.rough(op, special(type)));
            rows.add(Sample.rough(op, bits(type, ODD)));
            rows.add(Sample.rough(op, bits(type, 2, 0)));
            for (var from : new DType[] {DType.INT32, DType.INT64, DType.UINT8, DType.BOOL}) {
                rows.add(Sample.of(op, special(from)));
                rows.add(Sample.of(op, bits(from, 3, 11)));
            }
        }
        rows.add(Sample.of(new Cast(DType.FLOAT64), some(type, 2, 3)));
    }
}
