package hebb.cpu.gemm;

import hebb.cpu.simd.Template;
import hebb.cpu.simd.VectorWidth;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A [RowCopy] on the Vector API; a template, its constant being the lanes. To copy a panel's row
/// with `System.arraycopy` takes several times as long as the two loads and stores that it is.
final class VectorRowCopy implements RowCopy {
    private static final int LANES;
    private static final VectorSpecies<Float> S;

    static {
        LANES = Template.constants(MethodHandles.lookup())[0];
        S = VectorWidth.species(LANES);
    }

    VectorRowCopy() {}

    @Override
    public void run(
            float[] b,
            int atB,
            int rowB,
            int rows,
            int panels,
            float[] packed,
            int atPacked,
            int panel) {
        // row by row over all panels, because that is how the memory of the matrix is read fastest
        for (int i = 0; i < rows; i++) {
            int from = atB + i * rowB;
            int to = atPacked + i * 2 * LANES;
            for (int p = 0; p < panels; p++) {
                FloatVector.fromArray(S, b, from).intoArray(packed, to);
                FloatVector.fromArray(S, b, from + LANES).intoArray(packed, to + LANES);
                from += 2 * LANES;
                to += panel;
            }
        }
    }
}
