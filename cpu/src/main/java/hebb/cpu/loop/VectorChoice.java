package hebb.cpu.loop;

import static hebb.cpu.loop.VectorMath.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// A choice on vectors.
final class VectorChoice implements FloatRoutine.Choice {
    @Override
    public void run(
            float[] c,
            int atC,
            float[] a,
            int atA,
            int stepA,
            float[] b,
            int atB,
            int stepB,
            float[] y,
            int atY,
            int n) {
        int whole = S.loopBound(n);
        if (stepA == 1 && stepB == 0) {
            var other = FloatVector.broadcast(S, b[atB]);
            for (int i = 0; i < whole; i += S.length()) {
                var chosen = FloatVector.fromArray(S, c, atC + i).compare(VectorOperators.NE, 0f);
                var value = FloatVector.fromArray(S, a, atA + i);
                other.blend(value, chosen).intoArray(y, atY + i);
            }
        } else if (stepA == 1) {
            for (int i = 0; i < whole; i += S.length()) {
                var chosen = FloatVector.fromArray(S, c, atC + i).compare(VectorOperators.NE, 0f);
                var value = FloatVector.fromArray(S, a, atA + i);
                FloatVector.fromArray(S, b, atB + i).blend(value, chosen).intoArray(y, atY + i);
            }
        } else {
            whole = 0;
        }
        for (int i = whole; i < n; i++) {
            y[atY + i] = c[atC + i] != 0 ? a[atA + i * stepA] : b[atB + i * stepB];
        }
    }
}
