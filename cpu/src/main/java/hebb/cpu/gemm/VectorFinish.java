package hebb.cpu.gemm;

import hebb.cpu.simd.Template;
import hebb.cpu.simd.VectorWidth;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Finish.Loop] on the Vector API; a template, its constant being the number of lanes.
final class VectorFinish implements Finish.Loop {
    private static final int LANES = Template.constants(MethodHandles.lookup())[0];
    private static final VectorSpecies<Float> S = VectorWidth.species(LANES);

    VectorFinish() {}

    @Override
    public void run(
            float[] c,
            int atC,
            int rows,
            int columns,
            int rowC,
            float[] bias,
            int atBias,
            int step,
            float floor) {
        int whole = S.loopBound(columns);
        for (int j = 0; j < whole; j += LANES) {
            column(c, atC + j, rows, rowC, bias, atBias + j * step, floor);
        }
        if (whole < columns) {
            rest(c, atC + whole, rows, columns - whole, rowC, bias, atBias + whole * step, floor);
        }
    }

    private static void column(
            float[] c, int atC, int rows, int rowC, float[] bias, int atBias, float floor) {
        var add = FloatVector.fromArray(S, bias, atBias);
        int at = atC;
        for (int i = 0; i < rows; i++) {
            var v = FloatVector.fromArray(S, c, at).add(add);
            // Math.max(v, floor) bit for bit, but two instructions instead of the five of max
            v.blend(floor, v.compare(VectorOperators.LE, floor)).intoArray(c, at);
            at += rowC;
        }
    }

    private static void rest(
            float[] c,
            int atC,
            int rows,
            int columns,
            int rowC,
            float[] bias,
            int atBias,
            float floor) {
        var mask = S.indexInRange(0, columns);
        var add = FloatVector.fromArray(S, bias, atBias, mask);
        int at = atC;
        for (int i = 0; i < rows; i++) {
            var v = FloatVector.fromArray(S, c, at, mask).add(add);
            v.blend(floor, v.compare(VectorOperators.LE, floor)).intoArray(c, at, mask);
            at += rowC;
        }
    }
}
