package hebb.cpu.pool;

import hebb.cpu.simd.Template;
import hebb.cpu.simd.VectorWidth;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [PoolLoops] on the Vector API, a vector being neighbouring channels. A template: its constants
/// are the lanes, the rows and columns of the windows, so that loops over cells are unrolled, and
/// whether gradients are for relu, and to be added.
///
/// The number of channels must be a multiple of the lanes.
final class VectorPool implements PoolLoops {
    private static final int LANES;
    private static final int ROWS;
    private static final int COLUMNS;
    private static final boolean RELU;
    private static final boolean ADD;
    private static final VectorSpecies<Float> S;

    static {
        int[] constants = Template.constants(MethodHandles.lookup());
        LANES = constants[0];
        ROWS = constants[1];
        COLUMNS = constants[2];
        RELU = constants[3] != 0;
        ADD = constants[4] != 0;
        S = VectorWidth.species(LANES);
    }

    VectorPool() {}

    @Override
    public void max(Run run, float[] x, int atX, float[] y, int atY) {
        int channels = run.channels();
        int cell = run.cell();
        int rowX = run.rowX();
        for (int w = 0; w < run.windows(); w++) {
            int from = atX + w * run.stepX();
            int to = atY + w * cell;
            for (int c = 0; c < channels; c += LANES) {
                var max = FloatVector.fromArray(S, x, from + c);
                for (int r = 0; r < ROWS; r++) {
                    for (int s = 0; s < COLUMNS; s++) {
                        int at = from + c + r * rowX + s * cell;
                        max = r + s == 0 ? max : max.max(FloatVector.fromArray(S, x, at));
                    }
                }
                max.intoArray(y, to + c);
            }
        }
    }

    @Override
    public void maxGradient(
            Run run,
            float[] x,
            int atX,
            float[] y,
            int atY,
            float[] dy,
            int atDy,
            float[] dx,
            int atDx) {
        int channels = run.channels();
        int cell = run.cell();
        for (int w = 0; w < run.windows(); w++) {
            int from = atX + w * run.stepX();
            int to = atDx + w * run.stepX();
            int result = w * cell;
            for (int c = 0; c < channels; c += LANES) {
                int d = atDy + result + c;
                first(run.rowX(), cell, x, from + c, y, atY + result + c, dy, d, dx, to + c);
            }
        }
    }

    private static void first(
            int rowX,
            int cell,
            float[] x,
            int from,
            float[] y,
            int atY,
            float[] dy,
            int atDy,
            float[] dx,
            int to) {
        var zero = FloatVector.zero(S);
        var max = FloatVector.fromArray(S, y, atY);
        // what is left to hand out; + 0 makes +0 of -0, as adding it to an empty cell does
        var left = FloatVector.fromArray(S, dy, atDy).add(zero);
        if (RELU) {
            left = zero.blend(left, max.compare(VectorOperators.GT, 0f));
        }
        for (int r = 0; r < ROWS; r++) {
            for (int s = 0; s < COLUMNS; s++) {
                int at = r * rowX + s * cell;
                var value = FloatVector.fromArray(S, x, from + at);
                // a NaN cell makes the maximum NaN, so it is that maximum
                var hit =
                        value.compare(VectorOperators.EQ, max)
                                .or(value.compare(VectorOperators.NE, value));
                var given = zero.blend(left, hit);
                left = left.blend(zero, hit);
                var sum = ADD ? FloatVector.fromArray(S, dx, to + at).add(given) : given;
                sum.intoArray(dx, to + at);
            }
        }
    }

    @Override
    public void average(Run run, float[] x, int atX, float[] y, int atY) {
        int channels = run.channels();
        int cell = run.cell();
        int rowX = run.rowX();
        for (int w = 0; w < run.windows(); w++) {
            int from = atX + w * run.stepX();
            int to = atY + w * cell;
            for (int c = 0; c < channels; c += LANES) {
                var sum = FloatVector.zero(S);
                for (int r = 0; r < ROWS; r++) {
                    for (int s = 0; s < COLUMNS; s++) {
                        int at = from + c + r * rowX + s * cell;
                        sum = sum.add(FloatVector.fromArray(S, x, at));
                    }
                }
                sum.div(ROWS * COLUMNS).intoArray(y, to + c);
            }
        }
    }

    @Override
    public void averageGradient(Run run, float[] dy, int atDy, float[] dx, int atDx) {
        int channels = run.channels();
        int cell = run.cell();
        int rowX = run.rowX();
        for (int w = 0; w < run.windows(); w++) {
            int from = atDy + w * cell;
            int to = atDx + w * run.stepX();
            for (int c = 0; c < channels; c += LANES) {
                var share = FloatVector.fromArray(S, dy, from + c).div(ROWS * COLUMNS);
                for (int r = 0; r < ROWS; r++) {
                    for (int s = 0; s < COLUMNS; s++) {
                        int at = to + c + r * rowX + s * cell;
                        var before = ADD ? FloatVector.fromArray(S, dx, at) : FloatVector.zero(S);
                        before.add(share).intoArray(dx, at);
                    }
                }
            }
        }
    }
}
