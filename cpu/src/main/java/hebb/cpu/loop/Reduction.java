package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.simd.Kernels;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `Reduce` along any axes and of any type: row by row, in blocks. A unit is some rows.
public final class Reduction implements Phase {
    private static final int X = 0, Y = 1, BUFFER = 2;
    private static final int BLOCK = LoopBuilder.BLOCK;
    private static final int SPACE =
            BLOCK + Reduce.PARTIALS; // a block, and behind it the partial results

    private final Reduce.Kind kind;
    private final Binary step;
    private final DType dtype;
    private final Rows rows;
    private final int rowsInUnit;
    private final Instruction load;

    private Reduction(Reduce op, Node x) {
        this.kind = op.kind();
        this.step = Fold.step(kind);
        this.dtype = x.dtype();
        this.rows = Rows.of(x.shape(), op.axes());
        this.rowsInUnit = Math.max(1, 4096 / Math.max(1, rows.length()));
        this.load = rows.load(dtype, X, new Ref(BUFFER, 0, SPACE, 0, false));
    }

    /// A kernel of one phase, or more, and the sum over each sample's positions of what it
    /// computes. `sum` has a slot already.
    public static Kernel samples(Kernel kernel, Node sum, Kernels kernels) {
        var x = sum.input(0);
        int samples = x.shape().dim(0);
        var second =
                FloatReduction.samples(
                        x.shape(),
                        kernel.slots().indexOf(x),
                        kernel.slots().indexOf(sum),
                        new Routines(kernels));
        var phases = new ArrayList<>(kernel.work().phases());
        var last = phases.getLast() instanceof Loop loop ? loop.samples(samples) : phases.getLast();
        if (last.units() == samples) {
            phases.set(phases.size() - 1, new PerSample(last, second));
        } else {
            phases.add(second);
        }
        var work = new Work(phases, kernel.work().sharedScratch(), kernel.work().threadScratch());
        return new Kernel(
                kernel.name() + ", sum of samples",
                work,
                kernel.slots(),
                kernel.temporaries(),
                kernel.scratch());
    }

    /// The kernel of a node.
    public static Kernel kernel(Reduce op, Node node, int threads, Kernels kernels) {
        var fast = FloatReduction.kernel(op, node, new Routines(kernels));
        if (fast != null) {
            return fast;
        }
        var x = node.input(0);
        var buffer = new Kernel.Temporary(Bank.of(x.dtype()).dtype, SPACE * threads);
        return new Kernel(
                op.label() + " (any axes)",
                Work.of(new Reduction(op, x)),
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
        int buffer = o.offset(BUFFER) + thread * SPACE;
        for (int row = from * rowsInUnit; row < end; row++) {
            int y = o.offset(Y) + row;
            switch (dtype) {
                case FLOAT32 -> o.floats(Y)[y] = floats(row, thread, buffer, o);
                case BOOL -> o.bytes(Y)[y] = (byte) floats(row, thread, buffer, o);
                case FLOAT64 -> o.doubles(Y)[y] = doubles(row, thread, buffer, o);
                case INT32 -> o.ints(Y)[y] = (int) longs(row, thread, buffer, o);
                case INT64 -> o.longs(Y)[y] = longs(row, thread, buffer, o);
                case UINT8 -> o.bytes(Y)[y] = (byte) longs(row, thread, buffer, o);
            }
        }
    }

    private float floats(int row, int thread, int buffer, Operands o) {
        float[] values = o.floats(BUFFER);
        int partials = buffer + BLOCK;
        Arrays.fill(values, partials, partials + Reduce.PARTIALS, (float) Fold.neutral(kind));
        for (int at = 0; at < rows.length(); at += BLOCK) {
            int n = Math.min(BLOCK, rows.length() - at);
            load.run(o, thread, row * rows.length() + at, n);
            Fold.chunk(step, values, buffer, n, values, partials);
        }
        return Fold.end(step, values, partials);
    }

    private double doubles(int row, int thread, int buffer, Operands o) {
        double[] values = o.doubles(BUFFER);
        int partials = buffer + BLOCK;
        Arrays.fill(values, partials, partials + Reduce.PARTIALS, Fold.neutral(kind));
        for (int at = 0; at < rows.length(); at += BLOCK) {
            int n = Math.min(BLOCK, rows.length() - at);
            load.run(o, thread, row * rows.length() + at, n);
            Fold.chunk(step, values, buffer, n, values, partials);
        }
        return Fold.end(step, values, partials);
    }

    /// The order does not matter: whole numbers lose nothing but their high bits.
    private long longs(int row, int thread, int buffer, Operands o) {
        long[] values = o.longs(BUFFER);
        long result =
                switch (kind) {
                    case SUM -> 0;
                    case PROD -> 1;
                    case MIN -> Long.MAX_VALUE;
                    case MAX -> Long.MIN_VALUE;
                };
        for (int at = 0; at < rows.length(); at += BLOCK) {
            int n = Math.min(BLOCK, rows.length() - at);
            load.run(o, thread, row * rows.length() + at, n);
            for (int i = buffer; i < buffer + n; i++) {
                result = step.apply(result, values[i]);
            }
        }
        return result;
    }
}
