package hebb.cpu.window;

import hebb.core.op.Binary;
import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionKernelGradient;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Work;

/// Convolution over any number of axes, in groups or not, and its two gradients: one element at a
/// time, in the order that the ops define. The slots are the op's inputs and then its output.
final class PlainConvolution {
    private static final int FIRST = 0, SECOND = 1, RESULT = 2;

    private final Moves moves;
    private final Reals type;
    private final int[] taps;
    private final int channels;
    private final int filters;
    private final int groupChannels;
    private final int groupFilters;
    private final int kernelSize;

    PlainConvolution(
            Window window, int groups, Shape input, Shape kernel, Shape output, DType dtype) {
        this.moves = new Moves(window, input, output);
        this.type = Reals.of(dtype);
        this.taps = Convolution.cells(kernel, groups);
        this.channels = input.dim(-1);
        this.filters = kernel.dim(-1);
        this.groupChannels = kernel.dim(-2);
        this.groupFilters = filters / groups;
        this.kernelSize = kernel.size();
    }

    Work forward() {
        int units = moves.images * moves.positions;
        return Work.of(new PlainPhase(units, (long) units * kernelSize, this::forward));
    }

    Work inputGradient() {
        int units = moves.images * moves.cells;
        return Work.of(new PlainPhase(units, (long) units * kernelSize, this::inputGradient));
    }

    Work kernelGradient() {
        int units = moves.taps * groupChannels;
        long cost = (long) moves.images * moves.positions * kernelSize;
        return Work.of(new PlainPhase(units, cost, this::kernelGradient));
    }

    private void forward(int unit, Operands o) {
        int image = unit / moves.positions;
        int position = unit % moves.positions;
        for (int f = 0; f < filters; f++) {
            double sum = 0;
            for (int tap : taps) {
                int cell = moves.cell(position, tap);
                for (int c = 0; c < groupChannels && cell != Moves.OUTSIDE; c++) {
                    double x = input(o, FIRST, image, cell, channel(f, c));
                    sum = type.fma(x, type.at(o, SECOND, weight(tap, c, f)), sum);
                }
            }
            type.put(o, RESULT, unit * filters + f, sum);
        }
    }

    private void inputGradient(int unit, Operands o) {
        int image = unit / moves.cells;
        int cell = unit % moves.cells;
        for (int channel = 0; channel < channels; channel++) {
            int firstFilter = channel / groupChannels * groupFilters;
            double sum = 0;
            for (int tap = moves.taps - 1; tap >= 0; tap--) { // so the positions ascend
                int position = moves.position(cell, tap);
                boolean takesPart = position != Moves.OUTSIDE && position != Moves.BETWEEN;
                for (int i = 0; i < groupFilters && takesPart; i++) {
                    int f = firstFilter + i;
                    double dy = type.at(o, FIRST, result(image, position, f));
                    int weight = weight(tap, channel % groupChannels, f);
                    sum = type.fma(dy, type.at(o, SECOND, weight), sum);
                }
            }
            type.put(o, RESULT, unit * channels + channel, sum);
        }
    }

    private void kernelGradient(int unit, Operands o) {
        int tap = unit / groupChannels;
        int c = unit % groupChannels;
        int chunks = ConvolutionKernelGradient.chunks(moves.images, kernelSize);
        for (int f = 0; f < filters; f++) {
            double total = 0;
            for (int chunk = 0; chunk < chunks; chunk++) {
                int from = (int) ((long) chunk * moves.images / chunks);
                int to = (int) ((chunk + 1L) * moves.images / chunks);
                double sum = 0;
                for (int image = from; image < to; image++) {
                    for (int position = 0; position < moves.positions; position++) {
                        int cell = moves.cell(position, tap);
                        double x = input(o, FIRST, image, cell, channel(f, c));
                        double dy = type.at(o, SECOND, result(image, position, f));
                        sum = type.fma(x, dy, sum);
                    }
                }
                total = chunk == 0 ? sum : type.apply(Binary.ADD, total, sum);
            }
            type.put(o, RESULT, unit * filters + f, total);
        }
    }

    private double input(Operands o, int slot, int image, int cell, int channel) {
        return cell == Moves.OUTSIDE
                ? 0
                : type.at(o, slot, (image * moves.cells + cell) * channels + channel);
    }

    private int channel(int filter, int channelOfGroup) {
        return filter / groupFilters * groupChannels + channelOfGroup;
    }

    private int weight(int tap, int channelOfGroup, int filter) {
        return (tap * groupChannels + channelOfGroup) * filters + filter;
    }

    private int result(int image, int position, int filter) {
        return (image * moves.positions + position) * filters + filter;
    }
}
