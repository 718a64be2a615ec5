package hebb.cpu.gemm;

import hebb.cpu.simd.Lanes;

/// A [Tile] in plain Java.
final class ScalarTile implements Tile {
    private final int[] rowsA;
    private final int rowC;
    private final int width;

    ScalarTile(Lanes lanes, TileShape shape) {
        rowsA = shape.rowsA().stream().mapToInt(Integer::intValue).toArray();
        rowC = shape.rowC();
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
        for (int i = 0; i < rowsA.length; i++) {
            int row = atA + rowsA[i];
            for (int j = 0; j < width; j += 4) {
                int first = atC + i * rowC + j;
                float sum0 = add ? c[first] : 0f;
                float sum1 = add ? c[first + 1] : 0f;
                float sum2 = add ? c[first + 2] : 0f;
                float sum3 = add ? c[first + 3] : 0f;
                int q = atB + j;
                for (int k = from; k < to; k++) {
                    float x = a[row + steps[k]];
                    sum0 = Math.fma(x, b[q], sum0);
                    sum1 = Math.fma(x, b[q + 1], sum1);
                    sum2 = Math.fma(x, b[q + 2], sum2);
                    sum3 = Math.fma(x, b[q + 3], sum3);
                    q += rowB;
                }
                c[first] = sum0;
                c[first + 1] = sum1;
                c[first + 2] = sum2;
                c[first + 3] = sum3;
            }
        }
    }
}
