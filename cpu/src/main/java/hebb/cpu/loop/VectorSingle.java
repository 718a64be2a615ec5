package hebb.cpu.loop;

import static hebb.cpu.loop.VectorMath.S;

import hebb.core.op.Unary;
import hebb.cpu.simd.Template;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// A function of one operand on vectors; a template, its constant being the function's number in
/// [VectorFunctions].
final class VectorSingle implements FloatRoutine.Single {
    private static final Unary OP =
            VectorFunctions.SINGLES.get(Template.constants(MethodHandles.lookup())[0]);

    VectorSingle() {}

    @Override
    public void run(float[] x, int atX, float[] y, int atY, int n) {
        int whole = S.loopBound(n);
        if (whole > 0) {
            vectors(x, atX, y, atY, whole);
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = OP.apply(x[atX + i]);
        }
    }

    /// A method of its own, and entered only if there is a vector: where most runs are too short
    /// for one, the JIT compiler takes a loop over vectors within them for rarely used, calls the
    /// function instead of inlining it, and each vector becomes an object.
    private static void vectors(float[] x, int atX, float[] y, int atY, int whole) {
        for (int i = 0; i < whole; i += S.length()) {
            apply(FloatVector.fromArray(S, x, atX + i)).intoArray(y, atY + i);
        }
    }

    private static FloatVector apply(FloatVector x) {
        return switch (OP) {
            case NEG -> x.neg();
            case ABS -> x.abs();
            case SQRT -> x.sqrt();
            // Math.max(x, 0f) bit for bit, with fewer instructions than max has
            case RELU -> x.blend(0f, x.compare(VectorOperators.LE, 0f));
            case EXP -> VectorMath.exp(x);
            case LOG -> VectorMath.log(x);
            case TANH -> VectorMath.tanh(x);
            case SIGMOID -> VectorMath.sigmoid(x);
            default -> throw new IllegalStateException(OP + " has no vector loop");
        };
    }
}
