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
        int j = 0;
        for (; j + 2 * LANES <= columns; j += 2 * LANES) {
            two(c, atC + j, rows, rowC, bias, atBias + j * step, step * LANES, floor);
        }
        // what is left is one vector, or a part of one, or both
        for (; j < columns; j += LANES) {
            int count = Math.min(LANES, columns - j);
            rest(c, atC + j, rows, count, rowC, bias, atBias + j * step, floor);
        }
    }

    private static void two(
            float[] c,
            int atC,
            int rows,
            int rowC,
            float[] bias,
            int atBias,
            int step,
            float floor) {
        var bias0 = FloatVector.fromArray(S, bias, atBias);
        var bias1 = FloatVector.fromArray(S, bias, atBias + step);
        int at = atC;
        for (int i = 0; i < rows; i++) {
            // Math.max(v, floor) bit for bit, but two instructions instead of the five of max
            var v0 = FloatVector.fromArray(S, c, at).add(bias0);
            v0.blend(floor, v0.compare(VectorOperators.LE, floor)).intoArray(c, at);
            var v1 = FloatVector.fromArray(S, c, at + LANES).add(bias1);
            v1.blend(floor, v1.compare(VectorOperators.LE, floor)).intoArray(c, at + LANES);
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
