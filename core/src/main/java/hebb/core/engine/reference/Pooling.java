package hebb.core.engine.reference;

import static hebb.core.engine.reference.Sweep.OUTSIDE;

import hebb.core.op.Binary;
import hebb.core.shape.Window;

/// Maxima and means of windows, and their gradients, over any number of spatial axes.
final class Pooling {
    private Pooling() {}

    static void max(Window window, Value x, Value y) {
        var from = x.floats();
        var to = y.floats();
        sweep(
                window,
                x,
                y,
                (pixels, result) -> {
                    double max = Double.NEGATIVE_INFINITY;
                    for (int pixel : pixels) {
                        max = pixel == OUTSIDE ? max : to.apply(Binary.MAX, max, from.at(pixel));
                    }
                    to.put(result, max);
                });
    }

    static void maxGradient(Window window, Value x, Value y, Value dy, Value dx) {
        var from = x.floats();
        var maxima = y.floats();
        var to = dx.floats();
        sweep(
                window,
                x,
                y,
                (pixels, result) -> {
                    int first = first(from, pixels, maxima.at(result));
                    if (first != OUTSIDE) {
                        to.put(first, to.add(to.at(first), dy.floats().at(result)));
                    }
                });
    }

    private static int first(Floats x, int[] pixels, double max) {
        for (int pixel : pixels) {
            if (pixel != OUTSIDE && (x.at(pixel) == max || Double.isNaN(x.at(pixel)))) {
                return pixel;
            }
        }
        return OUTSIDE;
    }

    static void average(Window window, Value x, Value y) {
        var from = x.floats();
        var to = y.floats();
        sweep(
                window,
                x,
                y,
                (pixels, result) -> {
                    double sum = 0;
                    for (int pixel : pixels) {
                        sum = pixel == OUTSIDE ? sum : to.add(sum, from.at(pixel));
                    }
                    to.put(result, to.apply(Binary.DIV, sum, inside(pixels)));
                });
    }

    static void averageGradient(Window window, Value dy, Value dx) {
        var to = dx.floats();
        sweep(
                window,
                dx,
                dy,
                (pixels, result) -> {
                    double share = to.apply(Binary.DIV, dy.floats().at(result), inside(pixels));
                    for (int pixel : pixels) {
                        if (pixel != OUTSIDE) {
                            to.put(pixel, to.add(to.at(pixel), share));
                        }
                    }
                });
    }

    private static int inside(int[] pixels) {
        int count = 0;
        for (int pixel : pixels) {
            count += pixel == OUTSIDE ? 0 : 1;
        }
        return count;
    }

    private interface Visitor {
        /// Visits the window's elements, or [Sweep#OUTSIDE], in row-major order, and the result's
        /// number.
        void visit(int[] pixels, int result);
    }

    private static void sweep(Window window, Value x, Value y, Visitor visitor) {
        var sweep = new Sweep(window, x.shape(), y.shape());
        int channels = x.shape().dim(-1);
        var pixels = new int[sweep.taps];
        for (int image = 0; image < sweep.images; image++) {
            for (int position = 0; position < sweep.positions; position++) {
                var cells = sweep.cellsAt(position);
                for (int channel = 0; channel < channels; channel++) {
                    for (int tap = 0; tap < pixels.length; tap++) {
                        int pixel = (image * sweep.cells + cells[tap]) * channels + channel;
                        pixels[tap] = cells[tap] == OUTSIDE ? OUTSIDE : pixel;
                    }
                    visitor.visit(
                            pixels, (image * sweep.positions + position) * channels + channel);
                }
            }
        }
    }
}
