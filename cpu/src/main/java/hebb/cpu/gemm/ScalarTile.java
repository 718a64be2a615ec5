package hebb.cpu.gemm;

import hebb.cpu.simd.Lanes;

/// A [Tile] in plain Java, two rows by four columns at a time: as many sums as hide how long an fma
/// takes. Of an odd number of rows the last is computed twice, to the same bits.
final class ScalarTile implements Tile {
    private final int[] rowsA;
    private final int[] rowsC;
    private final int width;

    ScalarTile(Lanes lanes, TileShape shape) {
        rowsA = shape.rowsA().stream().mapToInt(Integer::intValue).toArray();
        rowsC = shape.rowsC().stream().mapToInt(Integer::intValue).toArray();
        width = shape.vectors() * lanes.count();
    }

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
        for (int i = 0; i < rowsA.length; i += 2) {
            int other = Math.min(i + 1, rowsA.length - 1);
            int a0 = atA + rowsA[i];
            int a1 = atA + rowsA[other];
            for (int j = 0; j < width; j += 4) {
                int c0 = atC + rowsC[i] + j;
                int c1 = atC + rowsC[other] + j;
                float s00 = add ? c[c0] : 0f;
                float s01 = add ? c[c0 + 1] : 0f;
                float s02 = add ? c[c0 + 2] : 0f;
                float s03 = add ? c[c0 + 3] : 0f;
                float s10 = add ? c[c1] : 0f;
                float s11 = add ? c[c1 + 1] : 0f;
                float s12 = add ? c[c1 + 2] : 0f;
                float s13 = add ? c[c1 + 3] : 0f;
                int q = atB + j;
                for (int k = from; k < to; k++) {
                    float x0 = a[a0 + steps[k]];
                    float x1 = a[a1 + steps[k]];
                    float b0 = b[q];
                    float b1 = b[q + 1];
                    float b2 = b[q + 2];
                    float b3 = b[q + 3];
                    s00 = Math.fma(x0, b0, s00);
                    s01 = Math.fma(x0, b1, s01);
                    s02 = Math.fma(x0, b2, s02);
                    s03 = Math.fma(x0, b3, s03);
                    s10 = Math.fma(x1, b0, s10);
                    s11 = Math.fma(x1, b1, s11);
                    s12 = Math.fma(x1, b2, s12);
                    s13 = Math.fma(x1, b3, s13);
                    q += rowB;
                }
                c[c0] = s00;
                c[c0 + 1] = s01;
                c[c0 + 2] = s02;
                c[c0 + 3] = s03;
                c[c1] = s10;
                c[c1 + 1] = s11;
                c[c1 + 2] = s12;
                c[c1 + 3] = s13;
            }
        }
    }
}
