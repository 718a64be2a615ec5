package hebb.cpu.loop;

import static hebb.cpu.loop.VectorMath.S;

import hebb.core.op.Compare;
import hebb.cpu.simd.Template;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// A comparison on vectors, giving 1 or 0; a template, its constant being the comparison's number
/// in [VectorFunctions].
final class VectorTest implements FloatRoutine.Pair {
    private static final Compare OP =
            VectorFunctions.TESTS.get(Template.constants(MethodHandles.lookup())[0]);
    private static final VectorOperators.Comparison STEP =
            switch (OP) {
                case EQUAL -> VectorOperators.EQ;
                case NOT_EQUAL -> VectorOperators.NE;
                case LESS -> VectorOperators.LT;
                case LESS_EQUAL -> VectorOperators.LE;
                case GREATER -> VectorOperators.GT;
                case GREATER_EQUAL -> VectorOperators.GE;
            };

    VectorTest() {}

    @Override
    public void run(float[] a, int atA, float[] b, int atB, float[] y, int atY, int n) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += S.length()) {
            var first = FloatVector.fromArray(S, a, atA + i);
            var second = FloatVector.fromArray(S, b, atB + i);
            one(first.compare(STEP, second)).intoArray(y, atY + i);
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = OP.test(a[atA + i], (double) b[atB + i]) ? 1 : 0;
        }
    }

    @Override
    public void withScalar(float[] a, int atA, float b, float[] y, int atY, int n) {
        var second = FloatVector.broadcast(S, b);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += S.length()) {
            one(FloatVector.fromArray(S, a, atA + i).compare(STEP, second)).intoArray(y, atY + i);
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = OP.test(a[atA + i], (double) b) ? 1 : 0;
        }
    }

    @Override
    public void ofScalar(float a, float[] b, int atB, float[] y, int atY, int n) {
        var first = FloatVector.broadcast(S, a);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += S.length()) {
            one(first.compare(STEP, FloatVector.fromArray(S, b, atB + i))).intoArray(y, atY + i);
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = OP.test(a, (double) b[atB + i]) ? 1 : 0;
        }
    }

    private static FloatVector one(VectorMask<Float> mask) {
        return FloatVector.zero(S).blend(1f, mask);
    }
}
