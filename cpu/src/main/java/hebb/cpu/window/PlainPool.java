package hebb.cpu.window;

import hebb.core.op.Binary;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Window;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Work;

/// Pooling over any number of axes, and its gradients: one window at a time, in the order that the
/// ops define. The slots are the op's inputs and then its output. A unit is an image.
final class PlainPool {
    private final Moves moves;
    private final Reals type;
    private final int channels;

    PlainPool(Window window, Shape input, Shape output, DType dtype) {
        this.moves = new Moves(window, input, output);
        this.type = Reals.of(dtype);
        this.channels = input.dim(-1);
    }

    Work max() {
        return work(this::max);
    }

    Work maxGradient() {
        return work(this::maxGradient);
    }

    Work average() {
        return work(this::average);
    }

    Work averageGradient() {
        return work(this::averageGradient);
    }

    private Work work(PlainPhase.Unit unit) {
        long cost = (long) moves.images * moves.positions * moves.taps * channels;
        return Work.of(new PlainPhase(moves.images, cost, unit));
    }

    private void max(int image, Operands o) {
        for (int position = 0; position < moves.positions; position++) {
            for (int c = 0; c < channels; c++) {
                double max = Double.NEGATIVE_INFINITY;
                for (int tap = 0; tap < moves.taps; tap++) {
                    int cell = moves.cell(position, tap);
                    if (cell != Moves.OUTSIDE) {
                        max = Math.max(max, type.at(o, 0, pixel(image, cell, c)));
                    }
                }
                type.put(o, 1, result(image, position, c), max);
            }
        }
    }

    private void maxGradient(int image, Operands o) {
        clear(image, o, 3);
        for (int position = 0; position < moves.positions; position++) {
            for (int c = 0; c < channels; c++) {
                double max = type.at(o, 1, result(image, position, c));
                double dy = type.at(o, 2, result(image, position, c));
                for (int tap = 0; tap < moves.taps; tap++) {
                    int cell = moves.cell(position, tap);
                    if (cell != Moves.OUTSIDE) {
                        double x = type.at(o, 0, pixel(image, cell, c));
                        if (x == max || Double.isNaN(x)) {
                            add(o, 3, pixel(image, cell, c), dy);
                            break;
                        }
                    }
                }
            }
        }
    }

    private void average(int image, Operands o) {
        for (int position = 0; position < moves.positions; position++) {
            int covered = moves.covered(position);
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int tap = 0; tap < moves.taps; tap++) {
                    int cell = moves.cell(position, tap);
                    if (cell != Moves.OUTSIDE) {
                        double x = type.at(o, 0, pixel(image, cell, c));
                        sum = type.apply(Binary.ADD, sum, x);
                    }
                }
                double mean = type.apply(Binary.DIV, sum, covered);
                type.put(o, 1, result(image, position, c), mean);
            }
        }
    }

    private void averageGradient(int image, Operands o) {
        clear(image, o, 1);
        for (int position = 0; position < moves.positions; position++) {
            int covered = moves.covered(position);
            for (int c = 0; c < channels; c++) {
                double dy = type.at(o, 0, result(image, position, c));
                double share = type.apply(Binary.DIV, dy, covered);
                for (int tap = 0; tap < moves.taps; tap++) {
                    int cell = moves.cell(position, tap);
                    if (cell != Moves.OUTSIDE) {
                        add(o, 1, pixel(image, cell, c), share);
                    }
                }
            }
        }
    }

    private void clear(int image, Operands o, int slot) {
        int size = moves.cells * channels;
        for (int i = image * size; i < (image + 1) * size; i++) {
            type.put(o, slot, i, 0);
        }
    }

    private void add(Operands o, int slot, int index, double value) {
        type.put(o, slot, index, type.apply(Binary.ADD, type.at(o, slot, index), value));
    }

    private int pixel(int image, int cell, int channel) {
        return (image * moves.cells + cell) * channels + channel;
    }

    private int result(int image, int position, int channel) {
        return (image * moves.positions + position) * channels + channel;
    }
}
