package hebb.cpu.conv;

/// [DepthwiseLoops] one channel at a time.
final class PlainDepthwise implements DepthwiseLoops {
    @Override
    public void chains(
            Taps taps,
            int row,
            float[] x,
            int atX,
            float[] w,
            int atW,
            float[] y,
            int atY,
            int from,
            int to) {
        for (int j = 0; j < taps.width; j++) {
            for (int c = from; c < to; c++) {
                y[atY + j * taps.channels + c] = chain(taps, row, j, x, atX + c, w, atW + c);
            }
        }
    }

    private static float chain(
            Taps taps, int row, int column, float[] x, int atX, float[] w, int atW) {
        float sum = 0;
        for (int k = 0; k < taps.rows; k++) {
            int r = taps.row(row, k);
            for (int l = 0; l < taps.columns && r >= 0; l++) {
                int s = taps.column(column, l);
                if (s >= 0) {
                    sum = Math.fma(x[atX + taps.cell(r, s)], w[atW + taps.weight(k, l)], sum);
                }
            }
        }
        return sum;
    }

    @Override
    public void sums(
            Taps taps,
            int tap,
            Runs runs,
            float[] x,
            int atX,
            float[] dy,
            int atDy,
            float[] dw,
            int atDw,
            int from,
            int to) {
        for (int c = from; c < to; c++) {
            float total = 0;
            for (int run = 0; run < runs.count(); run++) {
                float sum = sum(taps, tap, runs, run, x, atX + c, dy, atDy + c);
                total = run == 0 ? sum : total + sum;
            }
            dw[atDw + c] = total;
        }
    }

    private static float sum(
            Taps taps, int tap, Runs runs, int run, float[] x, int atX, float[] dy, int atDy) {
        float sum = 0;
        for (int image = runs.begin(run); image < runs.begin(run + 1); image++) {
            for (int i = 0; i < taps.height; i++) {
                int r = taps.row(i, tap / taps.columns);
                for (int j = 0; j < taps.width; j++) {
                    int s = taps.column(j, tap % taps.columns);
                    int cell = atX + image * taps.sourceImage + taps.cell(r, s);
                    float value = (r | s) < 0 ? 0 : x[cell];
                    int position = image * taps.image + (i * taps.width + j) * taps.channels;
                    sum = Math.fma(value, dy[atDy + position], sum);
                }
            }
        }
        return sum;
    }
}
