package hebb.cpu.pool;

/// [PoolLoops] in plain Java, for windows of any size.
final class ScalarPool implements PoolLoops {
    private final boolean relu;
    private final boolean add;

    ScalarPool(boolean relu, boolean add) {
        this.relu = relu;
        this.add = add;
    }

    @Override
    public void max(Run run, float[] x, int atX, float[] y, int atY) {
        for (int w = 0; w < run.windows(); w++) {
            int to = atY + w * run.cell();
            for (int c = 0; c < run.channels(); c++) {
                float max = Float.NEGATIVE_INFINITY;
                for (int r = 0; r < run.rows(); r++) {
                    int at = atX + w * run.stepX() + r * run.rowX() + c;
                    for (int s = 0; s < run.columns(); s++) {
                        max = Math.max(max, x[at + s * run.cell()]);
                    }
                }
                y[to + c] = max;
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
        for (int w = 0; w < run.windows(); w++) {
            int result = w * run.cell();
            for (int c = 0; c < run.channels(); c++) {
                float max = y[atY + result + c];
                boolean open = !relu || max > 0f;
                for (int r = 0; r < run.rows(); r++) {
                    int row = w * run.stepX() + r * run.rowX() + c;
                    for (int s = 0; s < run.columns(); s++) {
                        int at = row + s * run.cell();
                        float cell = x[atX + at];
                        // a NaN cell makes the maximum NaN, so it is that maximum
                        boolean hit = open && (cell == max || Float.isNaN(cell));
                        float before = add ? dx[atDx + at] : 0f;
                        dx[atDx + at] = hit ? before + dy[atDy + result + c] : before;
                        open &= !hit;
                    }
                }
            }
        }
    }

    @Override
    public void average(Run run, float[] x, int atX, float[] y, int atY) {
        float count = run.rows() * run.columns();
        for (int w = 0; w < run.windows(); w++) {
            for (int c = 0; c < run.channels(); c++) {
                float sum = 0f;
                for (int r = 0; r < run.rows(); r++) {
                    int at = atX + w * run.stepX() + r * run.rowX() + c;
                    for (int s = 0; s < run.columns(); s++) {
                        sum += x[at + s * run.cell()];
                    }
                }
                y[atY + w * run.cell() + c] = sum / count;
            }
        }
    }

    @Override
    public void averageGradient(Run run, float[] dy, int atDy, float[] dx, int atDx) {
        float count = run.rows() * run.columns();
        for (int w = 0; w < run.windows(); w++) {
            for (int r = 0; r < run.rows(); r++) {
                for (int s = 0; s < run.columns(); s++) {
                    int at = atDx + w * run.stepX() + r * run.rowX() + s * run.cell();
                    for (int c = 0; c < run.channels(); c++) {
                        float share = dy[atDy + w * run.cell() + c] / count;
                        dx[at + c] = (add ? dx[at + c] : 0f) + share;
                    }
                }
            }
        }
    }
}
