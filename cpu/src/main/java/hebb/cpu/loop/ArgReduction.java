package hebb.cpu.loop;

import hebb.core.op.ArgReduce;
import hebb.core.op.Node;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.List;

/// `ArgReduce`, row by row. A unit is some rows.
public final class ArgReduction implements Phase {
    private static final int X = 0, Y = 1, BUFFER = 2;
    private static final int BLOCK = LoopBuilder.BLOCK;

    private final boolean largest;
    private final Bank bank;
    private final Rows rows;
    private final int rowsInUnit;
    private final Instruction load;

    private ArgReduction(ArgReduce op, Node x) {
        this.largest = op.kind() == ArgReduce.Kind.ARGMAX;
        this.bank = Bank.of(x.dtype());
        this.rows = Rows.of(x.shape(), List.of(x.shape().axis(op.axis())));
        this.rowsInUnit = Math.max(1, 4096 / rows.length());
        this.load = rows.load(x.dtype(), X, new Ref(BUFFER, 0, BLOCK, 0, false));
    }

    /// The kernel of a node.
    public static Kernel kernel(ArgReduce op, Node node, int threads) {
        var x = node.input(0);
        var buffer = new Kernel.Temporary(Bank.of(x.dtype()).dtype, BLOCK * threads);
        return new Kernel(
                op.label(),
                Work.of(new ArgReduction(op, x)),
                List.of(Views.root(x), node),
                List.of(buffer),
                DType.FLOAT32);
    }

    @Override
    public int units() {
        return Math.ceilDiv(rows.count(), rowsInUnit);
    }

    @Override
    public long cost() {
        return (long) rows.count() * rows.length();
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int end = Math.min(rows.count(), to * rowsInUnit);
        int buffer = o.offset(BUFFER) + thread * BLOCK;
        int[] y = o.ints(Y);
        for (int row = from * rowsInUnit; row < end; row++) {
            y[o.offset(Y) + row] =
                    bank == Bank.LONGS
                            ? whole(row, thread, buffer, o)
                            : floating(row, thread, buffer, o);
        }
    }

    private int floating(int row, int thread, int buffer, Operands o) {
        int best = 0;
        double extreme = Double.NaN;
        for (int at = 0; at < rows.length(); at += BLOCK) {
            int n = Math.min(BLOCK, rows.length() - at);
            load.run(o, thread, row * rows.length() + at, n);
            for (int i = 0; i < n; i++) {
                double x =
                        bank == Bank.FLOATS
                                ? o.floats(BUFFER)[buffer + i]
                                : o.doubles(BUFFER)[buffer + i];
                if (at + i == 0 || beats(x, extreme)) {
                    extreme = x;
                    best = at + i;
                }
            }
        }
        return best;
    }

    private boolean beats(double x, double extreme) {
        if (Double.isNaN(x) || Double.isNaN(extreme)) {
            return !Double.isNaN(extreme);
        }
        return largest ? x > extreme : x < extreme;
    }

    private int whole(int row, int thread, int buffer, Operands o) {
        long[] values = o.longs(BUFFER);
        int best = 0;
        long extreme = 0;
        for (int at = 0; at < rows.length(); at += BLOCK) {
            int n = Math.min(BLOCK, rows.length() - at);
            load.run(o, thread, row * rows.length() + at, n);
            for (int i = 0; i < n; i++) {
                long x = values[buffer + i];
                if (at + i == 0 || (largest ? x > extreme : x < extreme)) {
                    extreme = x;
                    best = at + i;
                }
            }
        }
        return best;
    }
}
