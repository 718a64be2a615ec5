package hebb.cpu.loop;

import static hebb.cpu.loop.VectorMath.S;

import hebb.core.op.Binary;
import hebb.cpu.simd.Template;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// A function of two operands on vectors; a template, its constant being the function's number in
/// [VectorFunctions].
final class VectorPair implements FloatRoutine.Pair {
    private static final Binary OP =
            VectorFunctions.PAIRS.get(Template.constants(MethodHandles.lookup())[0]);
    private static final VectorOperators.Binary STEP =
            switch (OP) {
                case ADD -> VectorOperators.ADD;
                case SUB -> VectorOperators.SUB;
                case MUL -> VectorOperators.MUL;
                case DIV -> VectorOperators.DIV;
                case MIN -> VectorOperators.MIN;
                case MAX -> VectorOperators.MAX;
                default -> throw new IllegalStateException(OP + " has no vector loop");
            };

    VectorPair() {}

    @Override
    public void run(float[] a, int atA, float[] b, int atB, float[] y, int atY, int n) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += S.length()) {
            var first = FloatVector.fromArray(S, a, atA + i);
            var second = FloatVector.fromArray(S, b, atB + i);
            first.lanewise(STEP, second).intoArray(y, atY + i);
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
            FloatVector.fromArray(S, a, atA + i).lanewise(STEP, second).intoArray(y, atY + i);
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
            first.lanewise(STEP, FloatVector.fromArray(S, b, atB + i)).intoArray(y, atY + i);
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = OP.apply(a, b[atB + i]);
        }
    }
}
