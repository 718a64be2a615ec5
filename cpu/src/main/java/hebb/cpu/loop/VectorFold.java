package hebb.cpu.loop;

import static hebb.cpu.loop.VectorMath.S;

import hebb.core.op.Reduce;
import hebb.cpu.simd.Template;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// Folds on vectors; a template, its constant being the kind's number in [VectorFunctions].
///
/// Along a row the lanes are the partial results; across rows each partial result is a vector of
/// columns.
///
/// The JIT compiler knows the class of a vector that has just been made, but of one that went round
/// a loop only what it has seen so far, which may be nothing: then it calls its methods, with
/// objects, for good. So the former receives the call, and the latter is its argument; and a method
/// of ours, which may not be inlined either, is not called in a loop.
final class VectorFold implements FloatRoutine.Folding {
    private static final Reduce.Kind KIND =
            VectorFunctions.FOLDS.get(Template.constants(MethodHandles.lookup())[0]);
    private static final VectorOperators.Associative STEP =
            switch (KIND) {
                case SUM -> VectorOperators.ADD;
                case PROD -> VectorOperators.MUL;
                case MIN -> VectorOperators.MIN;
                case MAX -> VectorOperators.MAX;
            };
    private static final float NEUTRAL = (float) Fold.neutral(KIND);
    private static final int LANES = S.length();
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(S, 8, 1, true);
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(S, 4, 1, true);
    private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(S, 2, 1, true);
    private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(S, 1, 1, true);

    /// A vector of neutral elements.
    private static final float[] NEUTRALS = new float[LANES];

    static {
        Arrays.fill(NEUTRALS, NEUTRAL);
    }

    private final ScalarFold scalar = new ScalarFold(KIND);

    VectorFold() {}

    @Override
    public float row(float[] x, int at, int n) {
        return n < Reduce.PARTIALS ? few(x, at, n) : many(x, at, n);
    }

    /// Fewer elements than there are partial results. A method of its own, so that the JIT compiler
    /// knows [#many] for rows that it loops over only: where it took the loop for rarely used, the
    /// partial results became objects.
    private static float few(float[] x, int at, int n) {
        var none = FloatVector.broadcast(S, NEUTRAL);
        return ended(none, none, none, none, x, at, n);
    }

    private static float many(float[] x, int at, int n) {
        var a0 = FloatVector.broadcast(S, NEUTRAL);
        var a1 = a0;
        var a2 = a0;
        var a3 = a0;
        int whole = n & -Reduce.PARTIALS;
        for (int i = at; i < at + whole; i += Reduce.PARTIALS) {
            a0 = FloatVector.fromArray(S, x, i).lanewise(STEP, a0);
            if (LANES <= 8) {
                a1 = FloatVector.fromArray(S, x, i + LANES).lanewise(STEP, a1);
            }
            if (LANES <= 4) {
                a2 = FloatVector.fromArray(S, x, i + 2 * LANES).lanewise(STEP, a2);
                a3 = FloatVector.fromArray(S, x, i + 3 * LANES).lanewise(STEP, a3);
            }
        }
        // what goes on is not what went round the loop, which a call would keep as an object
        var none = FloatVector.broadcast(S, NEUTRAL);
        return ended(
                none.lanewise(STEP, a0),
                LANES <= 8 ? none.lanewise(STEP, a1) : none,
                LANES <= 4 ? none.lanewise(STEP, a2) : none,
                LANES <= 4 ? none.lanewise(STEP, a3) : none,
                x,
                at + whole,
                n - whole);
    }

    /// The partial results with the last `n` elements, folded into one.
    private static float ended(
            FloatVector a0,
            FloatVector a1,
            FloatVector a2,
            FloatVector a3,
            float[] x,
            int at,
            int n) {
        if (n > 0) {
            a0 = rest(a0, x, at, n);
            if (LANES <= 8) {
                a1 = rest(a1, x, at + LANES, n - LANES);
            }
            if (LANES <= 4) {
                a2 = rest(a2, x, at + 2 * LANES, n - 2 * LANES);
                a3 = rest(a3, x, at + 3 * LANES, n - 3 * LANES);
            }
        }
        return folded(a0, a1, a2, a3);
    }

    private static FloatVector rest(FloatVector a, float[] x, int at, int n) {
        if (n <= 0) {
            return a;
        }
        var mask = S.indexInRange(0, n);
        var last = FloatVector.fromArray(S, x, at, mask);
        return FloatVector.broadcast(S, NEUTRAL).blend(last, mask).lanewise(STEP, a);
    }

    private static float folded(FloatVector a0, FloatVector a1, FloatVector a2, FloatVector a3) {
        var a = FloatVector.broadcast(S, NEUTRAL).lanewise(STEP, a0);
        if (LANES >= 16) {
            a = a.lanewise(STEP, a.rearrange(BY_8));
        }
        if (LANES == 4) {
            a = a.lanewise(STEP, a2).lanewise(STEP, a1.lanewise(STEP, a3));
        } else {
            a = LANES == 8 ? a.lanewise(STEP, a1) : a;
            a = a.lanewise(STEP, a.rearrange(BY_4));
        }
        a = a.lanewise(STEP, a.rearrange(BY_2));
        return a.lanewise(STEP, a.rearrange(BY_1)).lane(0);
    }

    @Override
    public void columns(float[] x, int at, int rows, int stride, int columns, float[] y, int atY) {
        if (columns < LANES) {
            scalar.columns(x, at, rows, stride, columns, y, atY);
            return;
        }
        for (int c = 0; c < columns; c += LANES) {
            int first = Math.min(c, columns - LANES); // the last vector may begin in the one before
            column(x, at + first, rows, stride, y, atY + first);
        }
    }

    /// The even partial results and then the odd ones: all sixteen at once are more than the JIT
    /// compiler inlines into one method, and what it does not inline it allocates.
    private static void column(float[] x, int at, int rows, int stride, float[] y, int atY) {
        half(x, at, rows, stride, NEUTRALS, 0, y, atY);
        half(x, at + stride, rows - 1, stride, y, atY, y, atY);
    }

    /// Every second of `rows` rows, and `others` at last, folded into `y`.
    ///
    /// Where a row is missing behind the last sixteen, the neutral element takes its place, which
    /// changes no bit. An `if` would leave a vector that came out of one of two branches, and such
    /// a one the JIT compiler sometimes keeps as an object, allocated for every row.
    private static void half(
            float[] x,
            int at,
            int rows,
            int stride,
            float[] others,
            int atOthers,
            float[] y,
            int atY) {
        var a0 = FloatVector.broadcast(S, NEUTRAL);
        var a1 = a0;
        var a2 = a0;
        var a3 = a0;
        var a4 = a0;
        var a5 = a0;
        var a6 = a0;
        var a7 = a0;
        int two = 2 * stride;
        int from = at;
        int row = 0;
        for (; row + 14 < rows; row += Reduce.PARTIALS) {
            a0 = FloatVector.fromArray(S, x, from).lanewise(STEP, a0);
            a1 = FloatVector.fromArray(S, x, from + two).lanewise(STEP, a1);
            a2 = FloatVector.fromArray(S, x, from + 2 * two).lanewise(STEP, a2);
            a3 = FloatVector.fromArray(S, x, from + 3 * two).lanewise(STEP, a3);
            a4 = FloatVector.fromArray(S, x, from + 4 * two).lanewise(STEP, a4);
            a5 = FloatVector.fromArray(S, x, from + 5 * two).lanewise(STEP, a5);
            a6 = FloatVector.fromArray(S, x, from + 6 * two).lanewise(STEP, a6);
            a7 = FloatVector.fromArray(S, x, from + 7 * two).lanewise(STEP, a7);
            from += Reduce.PARTIALS * stride;
        }
        int rest = rows - row;
        a0 =
                FloatVector.fromArray(S, rest > 0 ? x : NEUTRALS, rest > 0 ? from : 0)
                        .lanewise(STEP, a0);
        a1 =
                FloatVector.fromArray(S, rest > 2 ? x : NEUTRALS, rest > 2 ? from + two : 0)
                        .lanewise(STEP, a1);
        a2 =
                FloatVector.fromArray(S, rest > 4 ? x : NEUTRALS, rest > 4 ? from + 2 * two : 0)
                        .lanewise(STEP, a2);
        a3 =
                FloatVector.fromArray(S, rest > 6 ? x : NEUTRALS, rest > 6 ? from + 3 * two : 0)
                        .lanewise(STEP, a3);
        a4 =
                FloatVector.fromArray(S, rest > 8 ? x : NEUTRALS, rest > 8 ? from + 4 * two : 0)
                        .lanewise(STEP, a4);
        a5 =
                FloatVector.fromArray(S, rest > 10 ? x : NEUTRALS, rest > 10 ? from + 5 * two : 0)
                        .lanewise(STEP, a5);
        a6 =
                FloatVector.fromArray(S, rest > 12 ? x : NEUTRALS, rest > 12 ? from + 6 * two : 0)
                        .lanewise(STEP, a6);
        var none = FloatVector.broadcast(S, NEUTRAL);
        var b0 = none.lanewise(STEP, a0).lanewise(STEP, a4);
        var b1 = none.lanewise(STEP, a1).lanewise(STEP, a5);
        b0 = b0.lanewise(STEP, none.lanewise(STEP, a2).lanewise(STEP, a6));
        b1 = b1.lanewise(STEP, none.lanewise(STEP, a3).lanewise(STEP, a7));
        b0.lanewise(STEP, b1)
                .lanewise(STEP, FloatVector.fromArray(S, others, atOthers))
                .intoArray(y, atY);
    }

    @Override
    public void chunk(
            float[] x, int at, int rows, int stride, int columns, float[] partials, int atP) {
        int whole = rows & -Reduce.PARTIALS;
        int wide = S.loopBound(columns);
        for (int c = 0; c < wide && whole > 0; c += LANES) {
            halfChunk(x, at + c, whole, stride, partials, atP + c);
            halfChunk(x, at + stride + c, whole, stride, partials, atP + stride + c);
        }
        scalar.chunk(x, at + wide, whole, stride, columns - wide, partials, atP + wide);
        scalar.chunk(x, at + whole * stride, rows - whole, stride, columns, partials, atP);
    }

    /// Every second of `rows` rows.
    private static void halfChunk(float[] x, int at, int rows, int stride, float[] p, int atP) {
        int two = 2 * stride;
        var a0 = FloatVector.fromArray(S, p, atP);
        var a1 = FloatVector.fromArray(S, p, atP + two);
        var a2 = FloatVector.fromArray(S, p, atP + 2 * two);
        var a3 = FloatVector.fromArray(S, p, atP + 3 * two);
        var a4 = FloatVector.fromArray(S, p, atP + 4 * two);
        var a5 = FloatVector.fromArray(S, p, atP + 5 * two);
        var a6 = FloatVector.fromArray(S, p, atP + 6 * two);
        var a7 = FloatVector.fromArray(S, p, atP + 7 * two);
        int end = at + rows * stride;
        for (int from = at; from < end; from += Reduce.PARTIALS * stride) {
            a0 = FloatVector.fromArray(S, x, from).lanewise(STEP, a0);
            a1 = FloatVector.fromArray(S, x, from + two).lanewise(STEP, a1);
            a2 = FloatVector.fromArray(S, x, from + 2 * two).lanewise(STEP, a2);
            a3 = FloatVector.fromArray(S, x, from + 3 * two).lanewise(STEP, a3);
            a4 = FloatVector.fromArray(S, x, from + 4 * two).lanewise(STEP, a4);
            a5 = FloatVector.fromArray(S, x, from + 5 * two).lanewise(STEP, a5);
            a6 = FloatVector.fromArray(S, x, from + 6 * two).lanewise(STEP, a6);
            a7 = FloatVector.fromArray(S, x, from + 7 * two).lanewise(STEP, a7);
        }
        a0.intoArray(p, atP);
        a1.intoArray(p, atP + two);
        a2.intoArray(p, atP + 2 * two);
        a3.intoArray(p, atP + 3 * two);
        a4.intoArray(p, atP + 4 * two);
        a5.intoArray(p, atP + 5 * two);
        a6.intoArray(p, atP + 6 * two);
        a7.intoArray(p, atP + 7 * two);
    }
}
