package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.op.Unary;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Warming;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.Arrays;
import java.util.List;

/// `Softmax` and `LogSoftmax`, row by row. A unit is some rows.
public final class SoftmaxRows implements Phase {
    private static final int X = 0, Y = 1, BUFFER = 2;

    private final boolean logarithm;
    private final DType dtype;
    private final int count;
    private final int length;
    private final int rowsInUnit;
    private final int space; // the partial results, and behind them a unit's exponentials
    private final Warming<FloatRoutine.Pair> subtract;
    private final Warming<FloatRoutine.Single> exponential;
    private final Warming<FloatRoutine.Pair> divide;
    private final Warming<FloatRoutine.Folding> largest;
    private final Warming<FloatRoutine.Folding> sum;

    private SoftmaxRows(boolean logarithm, Node x, Routines routines) {
        this.logarithm = logarithm;
        this.dtype = x.dtype();
        this.length = x.shape().dim(-1);
        this.count = length == 0 ? 0 : x.shape().size() / length;
        this.rowsInUnit = Math.max(1, 1024 / Math.max(1, length));
        this.space = Reduce.PARTIALS + rowsInUnit * length;
        this.subtract = routines.of(Binary.SUB);
        this.exponential = routines.of(Unary.EXP);
        this.divide = routines.of(Binary.DIV);
        this.largest = routines.of(Reduce.Kind.MAX);
        this.sum = routines.of(Reduce.Kind.SUM);
    }

    /// The kernel of a node.
    public static Kernel kernel(boolean logarithm, Node node, int threads, Kernels kernels) {
        var x = node.input(0);
        var rows = new SoftmaxRows(logarithm, x, new Routines(kernels));
        return new Kernel(
                node.op().label(),
                Work.of(rows),
                List.of(Views.root(x), node),
                List.of(new Kernel.Temporary(x.dtype(), rows.space * threads)),
                DType.FLOAT32);
    }

    @Override
    public int units() {
        return Math.ceilDiv(count, rowsInUnit);
    }

    @Override
    public long cost() {
        return 8L * count * length;
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int buffer = o.offset(BUFFER) + thread * space;
        for (int unit = from; unit < to; unit++) {
            int row = unit * rowsInUnit;
            int rows = Math.min(rowsInUnit, count - row);
            int x = o.offset(X) + row * length;
            int y = o.offset(Y) + row * length;
            if (dtype == DType.FLOAT32) {
                int exponentials = buffer + Reduce.PARTIALS;
                rows(rows, o.floats(X), x, o.floats(Y), y, o.floats(BUFFER), exponentials);
            } else {
                for (int i = 0; i < rows * length; i += length) {
                    row(o.doubles(X), x + i, o.doubles(Y), y + i, o.doubles(BUFFER), buffer);
                }
            }
        }
    }

    /// All exponentials of a unit at once: rows may be shorter than a vector.
    private void rows(
            int rows, float[] x, int from, float[] y, int to, float[] buffer, int exponentials) {
        var subtract = this.subtract.kernel();
        for (int i = 0; i < rows * length; i += length) {
            float max = largest.kernel().row(x, from + i, length);
            subtract.withScalar(x, from + i, max, y, to + i, length);
        }
        exponential.kernel().run(y, to, buffer, exponentials, rows * length);
        for (int i = 0; i < rows * length; i += length) {
            float sum = this.sum.kernel().row(buffer, exponentials + i, length);
            if (logarithm) {
                subtract.withScalar(y, to + i, Unary.LOG.apply(sum), y, to + i, length);
            } else {
                divide.kernel().withScalar(buffer, exponentials + i, sum, y, to + i, length);
            }
        }
    }

    private void row(double[] x, int from, double[] y, int to, double[] buffer, int partials) {
        int exponentials = partials + Reduce.PARTIALS;
        double max = fold(Reduce.Kind.MAX, x, from, buffer, partials);
        for (int i = 0; i < length; i++) {
            y[to + i] = x[from + i] - max;
            buffer[exponentials + i] = Unary.EXP.apply(y[to + i]);
        }
        double sum = fold(Reduce.Kind.SUM, buffer, exponentials, buffer, partials);
        double log = Unary.LOG.apply(sum);
        for (int i = 0; i < length; i++) {
            y[to + i] = logarithm ? y[to + i] - log : buffer[exponentials + i] / sum;
        }
    }

    private double fold(Reduce.Kind kind, double[] x, int from, double[] p, int at) {
        Arrays.fill(p, at, at + Reduce.PARTIALS, Fold.neutral(kind));
        Fold.chunk(Fold.step(kind), x, from, length, p, at);
        return Fold.end(Fold.step(kind), p, at);
    }
}
