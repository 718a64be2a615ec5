package hebb.cpu.gemm;

import hebb.cpu.simd.Template;
import hebb.cpu.simd.VectorWidth;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [FlexibleTile.Strip] on the Vector API; a template, its constants being the lanes and whether
/// rows are two vectors wide.
///
/// A strip may have fewer rows: then the last is computed several times over, to the same bits. Two
/// terms a turn, as in [VectorTile].
final class VectorStrip implements FlexibleTile.Strip {
    private static final int LANES;
    private static final boolean WIDE;
    private static final VectorSpecies<Float> S;

    static {
        int[] constants = Template.constants(MethodHandles.lookup());
        LANES = constants[0];
        WIDE = constants[1] == 2;
        S = VectorWidth.species(LANES);
    }

    VectorStrip() {}

    @Override
    public void run(
            float[] a,
            int atA,
            int[] rowsA,
            int row,
            int[] steps,
            int from,
            int to,
            float[] b,
            int atB,
            int rowB,
            boolean add,
            float[] c,
            int atC,
            int[] rowsC) {
        int last = rowsA.length - 1;
        int i1 = Math.min(row + 1, last);
        int i2 = Math.min(row + 2, last);
        int i3 = Math.min(row + 3, last);
        int a0 = atA + rowsA[row];
        int a1 = atA + rowsA[i1];
        int a2 = atA + rowsA[i2];
        int a3 = atA + rowsA[i3];
        int c0 = atC + rowsC[row];
        int c1 = atC + rowsC[i1];
        int c2 = atC + rowsC[i2];
        int c3 = atC + rowsC[i3];
        var none = FloatVector.zero(S);
        var s0a = none;
        var s0b = none;
        var s1a = none;
        var s1b = none;
        var s2a = none;
        var s2b = none;
        var s3a = none;
        var s3b = none;
        if (add) {
            s0a = FloatVector.fromArray(S, c, c0);
            s0b = WIDE ? FloatVector.fromArray(S, c, c0 + LANES) : none;
            s1a = FloatVector.fromArray(S, c, c1);
            s1b = WIDE ? FloatVector.fromArray(S, c, c1 + LANES) : none;
            s2a = FloatVector.fromArray(S, c, c2);
            s2b = WIDE ? FloatVector.fromArray(S, c, c2 + LANES) : none;
            s3a = FloatVector.fromArray(S, c, c3);
            s3b = WIDE ? FloatVector.fromArray(S, c, c3 + LANES) : none;
        }
        int k = from;
        int end = atB + (to - from) * rowB;
        boolean two = (to - from) % 2 == 0; // of an odd number the first comes alone
        for (int q = atB; q != end; q += rowB) {
            if (two) {
                int p = steps[k++];
                var b0 = FloatVector.fromArray(S, b, q);
                var b1 = WIDE ? FloatVector.fromArray(S, b, q + LANES) : none;
                var x = FloatVector.broadcast(S, a[a0 + p]);
                s0a = x.fma(b0, s0a);
                s0b = WIDE ? x.fma(b1, s0b) : none;
                x = FloatVector.broadcast(S, a[a1 + p]);
                s1a = x.fma(b0, s1a);
                s1b = WIDE ? x.fma(b1, s1b) : none;
                x = FloatVector.broadcast(S, a[a2 + p]);
                s2a = x.fma(b0, s2a);
                s2b = WIDE ? x.fma(b1, s2b) : none;
                x = FloatVector.broadcast(S, a[a3 + p]);
                s3a = x.fma(b0, s3a);
                s3b = WIDE ? x.fma(b1, s3b) : none;
                q += rowB;
            }
            two = true;
            int p = steps[k++];
            var b0 = FloatVector.fromArray(S, b, q);
            var b1 = WIDE ? FloatVector.fromArray(S, b, q + LANES) : none;
            var x = FloatVector.broadcast(S, a[a0 + p]);
            s0a = x.fma(b0, s0a);
            s0b = WIDE ? x.fma(b1, s0b) : none;
            x = FloatVector.broadcast(S, a[a1 + p]);
            s1a = x.fma(b0, s1a);
            s1b = WIDE ? x.fma(b1, s1b) : none;
            x = FloatVector.broadcast(S, a[a2 + p]);
            s2a = x.fma(b0, s2a);
            s2b = WIDE ? x.fma(b1, s2b) : none;
            x = FloatVector.broadcast(S, a[a3 + p]);
            s3a = x.fma(b0, s3a);
            s3b = WIDE ? x.fma(b1, s3b) : none;
        }
        s0a.intoArray(c, c0);
        s1a.intoArray(c, c1);
        s2a.intoArray(c, c2);
        s3a.intoArray(c, c3);
        if (WIDE) {
            s0b.intoArray(c, c0 + LANES);
            s1b.intoArray(c, c1 + LANES);
            s2b.intoArray(c, c2 + LANES);
            s3b.intoArray(c, c3 + LANES);
        }
    }
}
