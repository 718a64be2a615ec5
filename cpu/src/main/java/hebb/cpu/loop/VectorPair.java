package hebb.cpu.loop;

import static hebb.cpu.loop.VectorMath.S;

import hebb.core.op.Binary;
import hebb.cpu.simd.Template;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;

/// A function of two operands on vectors; a template, its constant being the function's number in
/// [VectorFunctions].
final class VectorPair implements FloatRoutine.Pair {
    private static final Binary OP =
            VectorFunctions.PAIRS.get(Template.constants(MethodHandles.lookup())[0]);

    VectorPair() {}

    @Override
    public void run(float[] a, int atA, float[] b, int atB, float[] y, int atY, int n) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += S.length()) {
            var first = FloatVector.fromArray(S, a, atA + i);
            var second = FloatVector.fromArray(S, b, atB + i);
            apply(first, second).intoArray(y, atY + i);
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = OP.apply(a[atA + i], b[atB + i]);
        }
    }

    @Override
    public void withScalar(float[] a, int atA, float b, float[] y, int atY, int n) {
        var second = FloatVector.broadcast(S, b);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += S.length()) {
            apply(FloatVector.fromArray(S, a, atA + i), second).intoArray(y, atY + i);
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = OP.apply(a[atA + i], b);
        }
    }

    @Override
    public void ofScalar(float a, float[] b, int atB, float[] y, int atY, int n) {
        var first = FloatVector.broadcast(S, a);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += S.length()) {
            apply(first, FloatVector.fromArray(S, b, atB + i)).intoArray(y, atY + i);
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = OP.apply(a, b[atB + i]);
        }
    }

    private static FloatVector apply(FloatVector a, FloatVector b) {
        return switch (OP) {
            case ADD -> a.add(b);
            case SUB -> a.sub(b);
            case MUL -> a.mul(b);
            case DIV -> a.div(b);
            case MIN -> a.min(b);
            case MAX -> a.max(b);
            default -> throw new IllegalStateException(OP + " has no vector loop");
        };
    }
}
