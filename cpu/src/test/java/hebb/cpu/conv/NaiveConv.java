package hebb.cpu.conv;

import hebb.core.op.ConvolutionKernelGradient;

/// The three operations of [Conv2D], as their docs define them, one result at a time.
record NaiveConv(Conv2D g) {
    float[] forward(float[] x, float[] w) {
        var y = new float[g.images() * g.outHeight() * g.outWidth() * g.filters()];
        int at = 0;
        for (int n = 0; n < g.images(); n++) {
            for (int oy = 0; oy < g.outHeight(); oy++) {
                for (int ox = 0; ox < g.outWidth(); ox++) {
                    for (int f = 0; f < g.filters(); f++) {
                        y[at++] = forward(n, oy, ox, f, x, w);
                    }
                }
            }
        }
        return y;
    }

    private float forward(int n, int oy, int ox, int f, float[] x, float[] w) {
        float sum = 0f;
        boolean down = g.channels() == 1; // a single channel is summed down the columns
        for (int cell = 0; cell < g.rows() * g.columns(); cell++) {
            int r = down ? cell % g.rows() : cell / g.columns();
            int s = down ? cell / g.rows() : cell % g.columns();
            for (int c = 0; c < depth() && isInside(y(oy, r), x(ox, s)); c++) {
                float value = x(x, n, y(oy, r), x(ox, s), channel(f, c));
                sum = Math.fma(value, w[weight(r, s, c, f)], sum);
            }
        }
        return sum;
    }

    float[] backwardData(float[] w, float[] dy) {
        var dx = new float[g.images() * g.height() * g.width() * g.channels()];
        int at = 0;
        for (int n = 0; n < g.images(); n++) {
            for (int iy = 0; iy < g.height(); iy++) {
                for (int ix = 0; ix < g.width(); ix++) {
                    for (int c = 0; c < g.channels(); c++) {
                        dx[at++] = backwardData(n, iy, ix, c, w, dy);
                    }
                }
            }
        }
        return dx;
    }

    private float backwardData(int n, int iy, int ix, int c, float[] w, float[] dy) {
        int each = g.filters() / g.groups();
        int first = c / depth() * each;
        float sum = 0f;
        for (int oy = 0; oy < g.outHeight(); oy++) {
            int r = weightOf(iy + g.top() - oy * g.strideY(), g.dilationY(), g.rows());
            for (int ox = 0; r >= 0 && ox < g.outWidth(); ox++) {
                int s = weightOf(ix + g.left() - ox * g.strideX(), g.dilationX(), g.columns());
                for (int f = first; s >= 0 && f < first + each; f++) {
                    float weight = w[weight(r, s, c % depth(), f)];
                    sum = Math.fma(dy[dy(n, oy, ox, f)], weight, sum);
                }
            }
        }
        return sum;
    }

    /// The weight that lies `distance` cells into a window, or -1.
    private static int weightOf(int distance, int dilation, int weights) {
        boolean hit = distance >= 0 && distance % dilation == 0 && distance / dilation < weights;
        return hit ? distance / dilation : -1;
    }

    float[] backwardWeights(float[] x, float[] dy) {
        var dw = new float[g.rows() * g.columns() * depth() * g.filters()];
        for (int r = 0; r < g.rows(); r++) {
            for (int s = 0; s < g.columns(); s++) {
                for (int c = 0; c < depth(); c++) {
                    for (int f = 0; f < g.filters(); f++) {
                        dw[weight(r, s, c, f)] = backwardWeights(r, s, c, f, x, dy);
                    }
                }
            }
        }
        return dw;
    }

    private float backwardWeights(int r, int s, int c, int f, float[] x, float[] dy) {
        int weights = g.rows() * g.columns() * depth() * g.filters();
        int chunks = ConvolutionKernelGradient.chunks(g.images(), weights);
        float total = 0f;
        for (int chunk = 0; chunk < chunks; chunk++) {
            float sum = 0f;
            int end = (chunk + 1) * g.images() / chunks;
            for (int n = chunk * g.images() / chunks; n < end; n++) {
                for (int oy = 0; oy < g.outHeight(); oy++) {
                    for (int ox = 0; ox < g.outWidth(); ox++) {
                        float value = x(x, n, y(oy, r), x(ox, s), channel(f, c));
                        sum = Math.fma(value, dy[dy(n, oy, ox, f)], sum);
                    }
                }
            }
            total = chunk == 0 ? sum : total + sum;
        }
        return total;
    }

    private int depth() {
        return g.channels() / g.groups();
    }

    private int channel(int f, int c) {
        return f / (g.filters() / g.groups()) * depth() + c;
    }

    private int y(int oy, int r) {
        return oy * g.strideY() + r * g.dilationY() - g.top();
    }

    private int x(int ox, int s) {
        return ox * g.strideX() + s * g.dilationX() - g.left();
    }

    private int weight(int r, int s, int c, int f) {
        return ((r * g.columns() + s) * depth() + c) * g.filters() + f;
    }

    private boolean isInside(int iy, int ix) {
        return iy >= 0 && iy < g.height() && ix >= 0 && ix < g.width();
    }

    private float x(float[] x, int n, int iy, int ix, int c) {
        return isInside(iy, ix)
                ? x[((n * g.height() + iy) * g.width() + ix) * g.channels() + c]
                : 0f;
    }

    private int dy(int n, int oy, int ox, int f) {
        return ((n * g.outHeight() + oy) * g.outWidth() + ox) * g.filters() + f;
    }
}
