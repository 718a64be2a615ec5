package hebb.cpu.gemm;

import hebb.cpu.simd.Template;
import hebb.cpu.simd.VectorWidth;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A [Tile] on the Vector API: the template that [Tiles] makes a hidden class of for each
/// [TileShape].
///
/// The shape arrives as class data, so that to the JIT everything in capitals is a constant: rows
/// that a shape lacks vanish, a row of A is a displacement from one register instead of a register
/// of its own, and one bounds check covers all rows. The sums are locals, spelt out row by row,
/// because vectors stay in registers only as locals of one method. The one loop ends by its place
/// in B, because C2 would split a counted loop in three and spill the sums in between. For the same
/// reason it does not unroll it: two terms a turn take up to a third less time.
final class VectorTile implements Tile {
    private static final VectorSpecies<Float> S;
    private static final int LANES;
    private static final boolean WIDE;
    private static final int ROWS;
    private static final int ROW_1;
    private static final int ROW_2;
    private static final int ROW_3;
    private static final int ROW_4;
    private static final int ROW_5;
    private static final int ROW_6;
    private static final int ROW_7;
    private static final int ROW_8;
    private static final int ROW_9;
    private static final int ROW_10;
    private static final int ROW_11;
    private static final int ROW_12;
    private static final int C_1;
    private static final int C_2;
    private static final int C_3;
    private static final int C_4;
    private static final int C_5;
    private static final int C_6;
    private static final int C_7;
    private static final int C_8;
    private static final int C_9;
    private static final int C_10;
    private static final int C_11;
    private static final int C_12;

    static {
        int[] data = Template.constants(MethodHandles.lookup());
        LANES = data[0];
        S = VectorWidth.species(LANES);
        WIDE = data[1] == 2;
        ROWS = data[2];
        ROW_1 = data[4];
        ROW_2 = data[5];
        ROW_3 = data[6];
        ROW_4 = data[7];
        ROW_5 = data[8];
        ROW_6 = data[9];
        ROW_7 = data[10];
        ROW_8 = data[11];
        ROW_9 = data[12];
        ROW_10 = data[13];
        ROW_11 = data[14];
        ROW_12 = data[15];
        C_1 = data[17];
        C_2 = data[18];
        C_3 = data[19];
        C_4 = data[20];
        C_5 = data[21];
        C_6 = data[22];
        C_7 = data[23];
        C_8 = data[24];
        C_9 = data[25];
        C_10 = data[26];
        C_11 = data[27];
        C_12 = data[28];
    }

    VectorTile() {}

    @Override
    public void run(
            float[] a,
            int atA,
            int[] steps,
            int from,
            int to,
            float[] b,
            int atB,
            int rowB,
            boolean add,
            float[] c,
            int atC) {
        var none = FloatVector.zero(S);
        var s0a = none;
        var s0b = none;
        var s1a = none;
        var s1b = none;
        var s2a = none;
        var s2b = none;
        var s3a = none;
        var s3b = none;
        var s4a = none;
        var s4b = none;
        var s5a = none;
        var s5b = none;
        var s6a = none;
        var s6b = none;
        var s7a = none;
        var s7b = none;
        var s8a = none;
        var s8b = none;
        var s9a = none;
        var s9b = none;
        var s10a = none;
        var s10b = none;
        var s11a = none;
        var s11b = none;
        var s12a = none;
        var s12b = none;
        if (add) {
            s0a = FloatVector.fromArray(S, c, atC);
            s0b = WIDE ? FloatVector.fromArray(S, c, atC + LANES) : none;
            s1a = ROWS > 1 ? FloatVector.fromArray(S, c, atC + C_1) : none;
            s1b = ROWS > 1 && WIDE ? FloatVector.fromArray(S, c, atC + C_1 + LANES) : none;
            s2a = ROWS > 2 ? FloatVector.fromArray(S, c, atC + C_2) : none;
            s2b = ROWS > 2 && WIDE ? FloatVector.fromArray(S, c, atC + C_2 + LANES) : none;
            s3a = ROWS > 3 ? FloatVector.fromArray(S, c, atC + C_3) : none;
            s3b = ROWS > 3 && WIDE ? FloatVector.fromArray(S, c, atC + C_3 + LANES) : none;
            s4a = ROWS > 4 ? FloatVector.fromArray(S, c, atC + C_4) : none;
            s4b = ROWS > 4 && WIDE ? FloatVector.fromArray(S, c, atC + C_4 + LANES) : none;
            s5a = ROWS > 5 ? FloatVector.fromArray(S, c, atC + C_5) : none;
            s5b = ROWS > 5 && WIDE ? FloatVector.fromArray(S, c, atC + C_5 + LANES) : none;
            s6a = ROWS > 6 ? FloatVector.fromArray(S, c, atC + C_6) : none;
            s6b = ROWS > 6 && WIDE ? FloatVector.fromArray(S, c, atC + C_6 + LANES) : none;
            s7a = ROWS > 7 ? FloatVector.fromArray(S, c, atC + C_7) : none;
            s7b = ROWS > 7 && WIDE ? FloatVector.fromArray(S, c, atC + C_7 + LANES) : none;
            s8a = ROWS > 8 ? FloatVector.fromArray(S, c, atC + C_8) : none;
            s8b = ROWS > 8 && WIDE ? FloatVector.fromArray(S, c, atC + C_8 + LANES) : none;
            s9a = ROWS > 9 ? FloatVector.fromArray(S, c, atC + C_9) : none;
            s9b = ROWS > 9 && WIDE ? FloatVector.fromArray(S, c, atC + C_9 + LANES) : none;
            s10a = ROWS > 10 ? FloatVector.fromArray(S, c, atC + C_10) : none;
            s10b = ROWS > 10 && WIDE ? FloatVector.fromArray(S, c, atC + C_10 + LANES) : none;
            s11a = ROWS > 11 ? FloatVector.fromArray(S, c, atC + C_11) : none;
            s11b = ROWS > 11 && WIDE ? FloatVector.fromArray(S, c, atC + C_11 + LANES) : none;
            s12a = ROWS > 12 ? FloatVector.fromArray(S, c, atC + C_12) : none;
            s12b = ROWS > 12 && WIDE ? FloatVector.fromArray(S, c, atC + C_12 + LANES) : none;
        }
        int k = from;
        int end = atB + (to - from) * rowB;
        boolean two = (to - from) % 2 == 0; // of an odd number the first comes alone
        for (int q = atB; q != end; q += rowB) {
            if (two) {
                int p = atA + steps[k++];
                var b0 = FloatVector.fromArray(S, b, q);
                var b1 = WIDE ? FloatVector.fromArray(S, b, q + LANES) : none;
                var x = FloatVector.broadcast(S, a[p]);
                s0a = x.fma(b0, s0a);
                s0b = WIDE ? x.fma(b1, s0b) : none;
                if (ROWS > 1) {
                    x = FloatVector.broadcast(S, a[p + ROW_1]);
                    s1a = x.fma(b0, s1a);
                    s1b = WIDE ? x.fma(b1, s1b) : none;
                }
                if (ROWS > 2) {
                    x = FloatVector.broadcast(S, a[p + ROW_2]);
                    s2a = x.fma(b0, s2a);
                    s2b = WIDE ? x.fma(b1, s2b) : none;
                }
                if (ROWS > 3) {
                    x = FloatVector.broadcast(S, a[p + ROW_3]);
                    s3a = x.fma(b0, s3a);
                    s3b = WIDE ? x.fma(b1, s3b) : none;
                }
                if (ROWS > 4) {
                    x = FloatVector.broadcast(S, a[p + ROW_4]);
                    s4a = x.fma(b0, s4a);
                    s4b = WIDE ? x.fma(b1, s4b) : none;
                }
                if (ROWS > 5) {
                    x = FloatVector.broadcast(S, a[p + ROW_5]);
                    s5a = x.fma(b0, s5a);
                    s5b = WIDE ? x.fma(b1, s5b) : none;
                }
                if (ROWS > 6) {
                    x = FloatVector.broadcast(S, a[p + ROW_6]);
                    s6a = x.fma(b0, s6a);
                    s6b = WIDE ? x.fma(b1, s6b) : none;
                }
                if (ROWS > 7) {
                    x = FloatVector.broadcast(S, a[p + ROW_7]);
                    s7a = x.fma(b0, s7a);
                    s7b = WIDE ? x.fma(b1, s7b) : none;
                }
                if (ROWS > 8) {
                    x = FloatVector.broadcast(S, a[p + ROW_8]);
                    s8a = x.fma(b0, s8a);
                    s8b = WIDE ? x.fma(b1, s8b) : none;
                }
                if (ROWS > 9) {
                    x = FloatVector.broadcast(S, a[p + ROW_9]);
                    s9a = x.fma(b0, s9a);
                    s9b = WIDE ? x.fma(b1, s9b) : none;
                }
                if (ROWS > 10) {
                    x = FloatVector.broadcast(S, a[p + ROW_10]);
                    s10a = x.fma(b0, s10a);
                    s10b = WIDE ? x.fma(b1, s10b) : none;
                }
                if (ROWS > 11) {
                    x = FloatVector.broadcast(S, a[p + ROW_11]);
                    s11a = x.fma(b0, s11a);
                    s11b = WIDE ? x.fma(b1, s11b) : none;
                }
                if (ROWS > 12) {
                    x = FloatVector.broadcast(S, a[p + ROW_12]);
                    s12a = x.fma(b0, s12a);
                    s12b = WIDE ? x.fma(b1, s12b) : none;
                }
                q += rowB;
            }
            two = true;
            int p = atA + steps[k++];
            var b0 = FloatVector.fromArray(S, b, q);
            var b1 = WIDE ? FloatVector.fromArray(S, b, q + LANES) : none;
            var x = FloatVector.broadcast(S, a[p]);
            s0a = x.fma(b0, s0a);
            s0b = WIDE ? x.fma(b1, s0b) : none;
            if (ROWS > 1) {
                x = FloatVector.broadcast(S, a[p + ROW_1]);
                s1a = x.fma(b0, s1a);
                s1b = WIDE ? x.fma(b1, s1b) : none;
            }
            if (ROWS > 2) {
                x = FloatVector.broadcast(S, a[p + ROW_2]);
                s2a = x.fma(b0, s2a);
                s2b = WIDE ? x.fma(b1, s2b) : none;
            }
            if (ROWS > 3) {
                x = FloatVector.broadcast(S, a[p + ROW_3]);
                s3a = x.fma(b0, s3a);
                s3b = WIDE ? x.fma(b1, s3b) : none;
            }
            if (ROWS > 4) {
                x = FloatVector.broadcast(S, a[p + ROW_4]);
                s4a = x.fma(b0, s4a);
                s4b = WIDE ? x.fma(b1, s4b) : none;
            }
            if (ROWS > 5) {
                x = FloatVector.broadcast(S, a[p + ROW_5]);
                s5a = x.fma(b0, s5a);
                s5b = WIDE ? x.fma(b1, s5b) : none;
            }
            if (ROWS > 6) {
                x = FloatVector.broadcast(S, a[p + ROW_6]);
                s6a = x.fma(b0, s6a);
                s6b = WIDE ? x.fma(b1, s6b) : none;
            }
            if (ROWS > 7) {
                x = FloatVector.broadcast(S, a[p + ROW_7]);
                s7a = x.fma(b0, s7a);
                s7b = WIDE ? x.fma(b1, s7b) : none;
            }
            if (ROWS > 8) {
                x = FloatVector.broadcast(S, a[p + ROW_8]);
                s8a = x.fma(b0, s8a);
                s8b = WIDE ? x.fma(b1, s8b) : none;
            }
            if (ROWS > 9) {
                x = FloatVector.broadcast(S, a[p + ROW_9]);
                s9a = x.fma(b0, s9a);
                s9b = WIDE ? x.fma(b1, s9b) : none;
            }
            if (ROWS > 10) {
                x = FloatVector.broadcast(S, a[p + ROW_10]);
                s10a = x.fma(b0, s10a);
                s10b = WIDE ? x.fma(b1, s10b) : none;
            }
            if (ROWS > 11) {
                x = FloatVector.broadcast(S, a[p + ROW_11]);
                s11a = x.fma(b0, s11a);
                s11b = WIDE ? x.fma(b1, s11b) : none;
            }
            if (ROWS > 12) {
                x = FloatVector.broadcast(S, a[p + ROW_12]);
                s12a = x.fma(b0, s12a);
                s12b = WIDE ? x.fma(b1, s12b) : none;
            }
        }
        s0a.intoArray(c, atC);
        if (WIDE) {
            s0b.intoArray(c, atC + LANES);
        }
        if (ROWS > 1) {
            s1a.intoArray(c, atC + C_1);
            if (WIDE) {
                s1b.intoArray(c, atC + C_1 + LANES);
            }
        }
        if (ROWS > 2) {
            s2a.intoArray(c, atC + C_2);
            if (WIDE) {
                s2b.intoArray(c, atC + C_2 + LANES);
            }
        }
        if (ROWS > 3) {
            s3a.intoArray(c, atC + C_3);
            if (WIDE) {
                s3b.intoArray(c, atC + C_3 + LANES);
            }
        }
        if (ROWS > 4) {
            s4a.intoArray(c, atC + C_4);
            if (WIDE) {
                s4b.intoArray(c, atC + C_4 + LANES);
            }
        }
        if (ROWS > 5) {
            s5a.intoArray(c, atC + C_5);
            if (WIDE) {
                s5b.intoArray(c, atC + C_5 + LANES);
            }
        }
        if (ROWS > 6) {
            s6a.intoArray(c, atC + C_6);
            if (WIDE) {
                s6b.intoArray(c, atC + C_6 + LANES);
            }
        }
        if (ROWS > 7) {
            s7a.intoArray(c, atC + C_7);
            if (WIDE) {
                s7b.intoArray(c, atC + C_7 + LANES);
            }
        }
        if (ROWS > 8) {
            s8a.intoArray(c, atC + C_8);
            if (WIDE) {
                s8b.intoArray(c, atC + C_8 + LANES);
            }
        }
        if (ROWS > 9) {
            s9a.intoArray(c, atC + C_9);
            if (WIDE) {
                s9b.intoArray(c, atC + C_9 + LANES);
            }
        }
        if (ROWS > 10) {
            s10a.intoArray(c, atC + C_10);
            if (WIDE) {
                s10b.intoArray(c, atC + C_10 + LANES);
            }
        }
        if (ROWS > 11) {
            s11a.intoArray(c, atC + C_11);
            if (WIDE) {
                s11b.intoArray(c, atC + C_11 + LANES);
            }
        }
        if (ROWS > 12) {
            s12a.intoArray(c, atC + C_12);
            if (WIDE) {
                s12b.intoArray(c, atC + C_12 + LANES);
            }
        }
    }
}
