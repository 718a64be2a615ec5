package hebb.core.engine.reference;

import static hebb.core.engine.reference.Sweep.BETWEEN;
import static hebb.core.engine.reference.Sweep.OUTSIDE;

import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionInputGradient;
import hebb.core.op.ConvolutionKernelGradient;
import hebb.core.shape.Window;
import java.util.Arrays;

/// [Convolution] and its two gradients over any number of spatial axes.
///
/// An input is seen as (image, cell, channel), a kernel as (tap, channel of the group, filter), an
/// output as (image, position, filter).
final class Convolutions {
    private final Sweep sweep;
    private final int channels;
    private final int filters;
    private final int groupChannels;
    private final int groupFilters;

    private Convolutions(Sweep sweep, int channels, int filters, int groups) {
        this.sweep = sweep;
        this.channels = channels;
        this.filters = filters;
        this.groupChannels = channels / groups;
        this.groupFilters = filters / groups;
    }

    static void forward(Convolution op, Value x, Value kernel, Value y) {
        of(op.window(), op.groups(), x, y)
                .forward(
                        x.floats(),
                        kernel.floats(),
                        y.floats(),
                        Convolution.cells(kernel.shape(), op.groups()));
    }

    static void inputGradient(ConvolutionInputGradient op, Value dy, Value kernel, Value dx) {
        of(op.window(), op.groups(), dx, dy)
                .inputGradient(dy.floats(), kernel.floats(), dx.floats());
    }

    static void kernelGradient(ConvolutionKernelGradient op, Value x, Value dy, Value dk) {
        of(op.window(), op.groups(), x, dy)
                .kernelGradient(
                        x.floats(),
                        dy.floats(),
                        dk.floats(),
                        ConvolutionKernelGradient.chunks(x.shape().dim(0), dk.size()));
    }

    private static Convolutions of(Window window, int groups, Value x, Value y) {
        var sweep = new Sweep(window, x.shape(), y.shape());
        return new Convolutions(sweep, x.shape().dim(-1), y.shape().dim(-1), groups);
    }

    private void forward(Floats x, Floats kernel, Floats y, int[] taps) {
        for (int position = 0; position < sweep.positions; position++) {
            var cells = sweep.cellsAt(position);
            for (int image = 0; image < sweep.images; image++) {
                for (int f = 0; f < filters; f++) {
                    double sum = 0;
                    for (int tap : taps) {
                        for (int c = 0; c < groupChannels && cells[tap] != OUTSIDE; c++) {
                            double value = x.at(pixel(image, cells[tap], channel(f, c)));
                            sum = y.fma(value, kernel.at(weight(tap, c, f)), sum);
                        }
                    }
                    y.put(result(image, position, f), sum);
                }
            }
        }
    }

    private void inputGradient(Floats dy, Floats kernel, Floats dx) {
        for (int cell = 0; cell < sweep.cells; cell++) {
            var positions = sweep.positionsAbove(cell);
            for (int image = 0; image < sweep.images; image++) {
                for (int channel = 0; channel < channels; channel++) {
                    dx.put(
                            pixel(image, cell, channel),
                            arriving(dy, kernel, image, positions, channel));
                }
            }
        }
    }

    private double arriving(Floats dy, Floats kernel, int image, int[] positions, int channel) {
        int c = channel % groupChannels;
        int firstFilter = channel / groupChannels * groupFilters;
        double sum = 0;
        for (int tap = sweep.taps - 1; tap >= 0; tap--) { // so the positions ascend
            boolean takesPart = positions[tap] != OUTSIDE && positions[tap] != BETWEEN;
            for (int i = 0; i < groupFilters && takesPart; i++) {
                int f = firstFilter + i;
                double value = dy.at(result(image, positions[tap], f));
                sum = dy.fma(value, kernel.at(weight(tap, c, f)), sum);
            }
        }
        return sum;
    }

    private void kernelGradient(Floats x, Floats dy, Floats dk, int chunks) {
        var cells = new int[sweep.positions][];
        Arrays.setAll(cells, sweep::cellsAt);
        for (int tap = 0; tap < sweep.taps; tap++) {
            for (int c = 0; c < groupChannels; c++) {
                for (int f = 0; f < filters; f++) {
                    double sum = run(x, dy, cells, tap, c, f, 0, chunks);
                    for (int chunk = 1; chunk < chunks; chunk++) {
                        sum = dk.add(sum, run(x, dy, cells, tap, c, f, chunk, chunks));
                    }
                    dk.put(weight(tap, c, f), sum);
                }
            }
        }
    }

    private double run(
            Floats x, Floats dy, int[][] cells, int tap, int c, int f, int chunk, int chunks) {
        int from = (int) ((long) chunk * sweep.images / chunks);
        int to = (int) ((chunk + 1L) * sweep.images / chunks);
        double sum = 0;
        for (int image = from; image < to; image++) {
            for (int position = 0; position < sweep.positions; position++) {
                double value = input(x, image, cells[position][tap], channel(f, c));
                sum = dy.fma(value, dy.at(result(image, position, f)), sum);
            }
        }
        return sum;
    }

    private double input(Floats x, int image, int cell, int channel) {
        return cell == OUTSIDE ? 0 : x.at(pixel(image, cell, channel));
    }

    private int channel(int filter, int channelOfGroup) {
        return filter / groupFilters * groupChannels + channelOfGroup;
    }

    private int pixel(int image, int cell, int channel) {
        return (image * sweep.cells + cell) * channels + channel;
    }

    private int weight(int tap, int channelOfGroup, int filter) {
        return (tap * groupChannels + channelOfGroup) * filters + filter;
    }

    private int result(int image, int position, int filter) {
        return (image * sweep.positions + position) * filters + filter;
    }
}
