package hebb.cpu.conv;

import hebb.cpu.simd.Template;
import hebb.cpu.simd.VectorWidth;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [DepthwiseLoops] on the Vector API, a vector being neighbouring channels: four at a time where
/// there are so many, whose chains do not wait for each other. A template: its constants are the
/// lanes, and the rows and columns of the kernel.
///
/// The number of channels must be a multiple of the lanes.
final class VectorDepthwise implements DepthwiseLoops {
    private static final int LANES;
    private static final int ROWS;
    private static final int COLUMNS;
    private static final VectorSpecies<Float> S;

    static {
        int[] constants = Template.constants(MethodHandles.lookup());
        LANES = constants[0];
        ROWS = constants[1];
        COLUMNS = constants[2];
        S = VectorWidth.species(LANES);
    }

    VectorDepthwise() {}

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
        int c = from;
        for (; c + 4 * LANES <= to; c += 4 * LANES) {
            for (int j = 0; j < taps.width; j++) {
                four(taps, row, j, x, atX + c, w, atW + c, y, atY + j * taps.channels + c);
            }
        }
        for (; c < to; c += LANES) {
            for (int j = 0; j < taps.width; j++) {
                one(taps, row, j, x, atX + c, w, atW + c, y, atY + j * taps.channels + c);
            }
        }
    }

    private static void four(
            Taps taps,
            int row,
            int column,
            float[] x,
            int atX,
            float[] w,
            int atW,
            float[] y,
            int atY) {
        var sum0 = FloatVector.zero(S);
        var sum1 = sum0;
        var sum2 = sum0;
        var sum3 = sum0;
        for (int k = 0; k < ROWS; k++) {
            int r = taps.row(row, k);
            for (int l = 0; l < COLUMNS && r >= 0; l++) {
                int s = taps.column(column, l);
                if (s >= 0) {
                    int a = atX + taps.cell(r, s);
                    int b = atW + taps.weight(k, l);
                    sum0 = at(x, a).fma(at(w, b), sum0);
                    sum1 = at(x, a + LANES).fma(at(w, b + LANES), sum1);
                    sum2 = at(x, a + 2 * LANES).fma(at(w, b + 2 * LANES), sum2);
                    sum3 = at(x, a + 3 * LANES).fma(at(w, b + 3 * LANES), sum3);
                }
            }
        }
        sum0.intoArray(y, atY);
        sum1.intoArray(y, atY + LANES);
        sum2.intoArray(y, atY + 2 * LANES);
        sum3.intoArray(y, atY + 3 * LANES);
    }

    private static void one(
            Taps taps,
            int row,
            int column,
            float[] x,
            int atX,
            float[] w,
            int atW,
            float[] y,
            int atY) {
        var sum = FloatVector.zero(S);
        for (int k = 0; k < ROWS; k++) {
            int r = taps.row(row, k);
            for (int l = 0; l < COLUMNS && r >= 0; l++) {
                int s = taps.column(column, l);
                if (s >= 0) {
                    int a = atX + taps.cell(r, s);
                    sum = at(x, a).fma(at(w, atW + taps.weight(k, l)), sum);
                }
            }
        }
        sum.intoArray(y, atY);
    }

    private static FloatVector at(float[] array, int index) {
        return FloatVector.fromArray(S, array, index);
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
        for (int run = 0; run < runs.count(); run++) {
            int c = from;
            for (; c + 4 * LANES <= to; c += 4 * LANES) {
                fourSums(taps, tap, runs, run, x, atX + c, dy, atDy + c, dw, atDw + c);
            }
            for (; c < to; c += LANES) {
                oneSum(taps, tap, runs, run, x, atX + c, dy, atDy + c, dw, atDw + c);
            }
        }
    }

    private static void fourSums(
            Taps taps,
            int tap,
            Runs runs,
            int run,
            float[] x,
            int atX,
            float[] dy,
            int atDy,
            float[] dw,
            int atDw) {
        var sum0 = FloatVector.zero(S);
        var sum1 = sum0;
        var sum2 = sum0;
        var sum3 = sum0;
        for (int image = runs.begin(run); image < runs.begin(run + 1); image++) {
            int b = atDy + image * taps.image;
            for (int i = 0; i < taps.height; i++) {
                int r = taps.row(i, tap / COLUMNS);
                for (int j = 0; j < taps.width; j++, b += taps.channels) {
                    int s = taps.column(j, tap % COLUMNS);
                    boolean outside = (r | s) < 0;
                    float[] from = outside ? taps.zeros : x;
                    int a = outside ? 0 : atX + image * taps.sourceImage + taps.cell(r, s);
                    sum0 = at(from, a).fma(at(dy, b), sum0);
                    sum1 = at(from, a + LANES).fma(at(dy, b + LANES), sum1);
                    sum2 = at(from, a + 2 * LANES).fma(at(dy, b + 2 * LANES), sum2);
                    sum3 = at(from, a + 3 * LANES).fma(at(dy, b + 3 * LANES), sum3);
                }
            }
        }
        put(run, sum0, dw, atDw);
        put(run, sum1, dw, atDw + LANES);
        put(run, sum2, dw, atDw + 2 * LANES);
        put(run, sum3, dw, atDw + 3 * LANES);
    }

    private static void oneSum(
            Taps taps,
            int tap,
            Runs runs,
            int run,
            float[] x,
            int atX,
            float[] dy,
            int atDy,
            float[] dw,
            int atDw) {
        var sum = FloatVector.zero(S);
        for (int image = runs.begin(run); image < runs.begin(run + 1); image++) {
            int b = atDy + image * taps.image;
            for (int i = 0; i < taps.height; i++) {
                int r = taps.row(i, tap / COLUMNS);
                for (int j = 0; j < taps.width; j++, b += taps.channels) {
                    int s = taps.column(j, tap % COLUMNS);
                    boolean outside = (r | s) < 0;
                    float[] from = outside ? taps.zeros : x;
                    int a = outside ? 0 : atX + image * taps.sourceImage + taps.cell(r, s);
                    sum = at(from, a).fma(at(dy, b), sum);
                }
            }
        }
        put(run, sum, dw, atDw);
    }

    private static void put(int run, FloatVector sum, float[] dw, int at) {
        var total = run == 0 ? sum : at(dw, at).add(sum);
        total.intoArray(dw, at);
    }
}
