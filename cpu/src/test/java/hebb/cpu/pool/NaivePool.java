package hebb.cpu.pool;

/// The operations of [Pool2D], as their docs define them, one window at a time.
record NaivePool(Pool2D g) {
    private interface Window {
        void run(int n, int oy, int ox, int c, int result);
    }

    private void windows(Window window) {
        int result = 0;
        for (int n = 0; n < g.images(); n++) {
            for (int oy = 0; oy < g.outHeight(); oy++) {
                for (int ox = 0; ox < g.outWidth(); ox++) {
                    for (int c = 0; c < g.channels(); c++) {
                        window.run(n, oy, ox, c, result++);
                    }
                }
            }
        }
    }

    /// Where the cells of a window lie, in row-major order.
    private int[] cells(int n, int oy, int ox, int c) {
        var list = new java.util.ArrayList<Integer>();
        for (int r = 0; r < g.poolY(); r++) {
            for (int s = 0; s < g.poolX(); s++) {
                int iy = oy * g.strideY() + r - g.top(), ix = ox * g.strideX() + s - g.left();
                if (iy >= 0 && iy < g.height() && ix >= 0 && ix < g.width()) {
                    list.add(((n * g.height() + iy) * g.width() + ix) * g.channels() + c);
                }
            }
        }
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    int results() {
        return g.images() * g.outHeight() * g.outWidth() * g.channels();
    }

    float[] max(float[] x) {
        var y = new float[results()];
        windows((n, oy, ox, c, result) -> {
            float max = Float.NEGATIVE_INFINITY;
            for (int at : cells(n, oy, ox, c)) {
                max = Math.max(max, x[at]);
            }
            y[result] = max;
        });
        return y;
    }

    float[] maxGradient(float[] x, float[] y, float[] dy, boolean relu) {
        var dx = new float[x.length];
        windows((n, oy, ox, c, result) -> {
            for (int at : cells(n, oy, ox, c)) {
                if (x[at] == y[result] || Float.isNaN(x[at])) {
                    dx[at] += dy[result];
                    break;
                }
            }
        });
        for (int i = 0; i < dx.length && relu; i++) {
            dx[i] = x[i] > 0f ? dx[i] : 0f;
        }
        return dx;
    }

    float[] average(float[] x) {
        var y = new float[results()];
        windows((n, oy, ox, c, result) -> {
            int[] cells = cells(n, oy, ox, c);
            float sum = 0f;
            for (int at : cells) {
                sum += x[at];
            }
            y[result] = sum / cells.length;
        });
        return y;
    }

    float[] averageGradient(float[] dy, int size) {
        var dx = new float[size];
        windows((n, oy, ox, c, result) -> {
            int[] cells = cells(n, oy, ox, c);
            for (int at : cells) {
                dx[at] += dy[result] / cells.length;
            }
        });
        return dx;
    }
}
