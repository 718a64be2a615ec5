package hebb.cpu.move;

import hebb.core.op.Node;
import hebb.core.op.Unique;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.Arrays;
import java.util.List;

/// Finds the distinct ones of indices, or the place of each among them. There is one unit: the work
/// is over before another thread would have begun.
public final class Uniques implements Phase {
    private static final int INDICES = 0, Y = 1, SEEN = 2;

    private final TableSlices slices;
    private final boolean inverse;
    private final int size;

    private Uniques(TableSlices slices, boolean inverse, int size) {
        this.slices = slices;
        this.inverse = inverse;
        this.size = size;
    }

    /// The kernel of a `Unique`.
    public static Kernel kernel(Unique op, Node node) {
        var indices = node.input(0);
        var slices = TableSlices.of(op.taker(), indices, op.limit(), INDICES);
        var work = Work.of(new Uniques(slices, op.inverse(), node.shape().size()));
        return new Kernel(
                op.label(),
                work,
                List.of(Views.root(indices), node),
                List.of(new Kernel.Temporary(DType.INT32, op.limit())),
                DType.FLOAT32);
    }

    @Override
    public int units() {
        return 1;
    }

    @Override
    public long cost() {
        return 2L * slices.taken() + slices.length();
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int[] seen = o.ints(SEEN);
        int begin = o.offset(SEEN);
        int end = begin + slices.length();
        Arrays.fill(seen, begin, end, 0);
        for (int i = 0; i < slices.taken(); i++) {
            seen[begin + slices.index(o, i)] = 1;
        }
        if (inverse) {
            places(seen, begin, end, o);
        } else {
            values(seen, begin, end, o);
        }
    }

    private void values(int[] seen, int begin, int end, Operands o) {
        int[] y = o.ints(Y);
        int at = o.offset(Y);
        int last = at + size;
        for (int i = begin; i < end && at < last; i++) {
            y[at] = i - begin;
            at += seen[i];
        }
        if (size > 0) {
            Arrays.fill(y, at, last, y[at - 1]);
        }
    }

    private void places(int[] seen, int begin, int end, Operands o) {
        int before = 0;
        for (int i = begin; i < end; i++) {
            int own = seen[i];
            seen[i] = before;
            before += own;
        }
        int[] y = o.ints(Y);
        int at = o.offset(Y);
        for (int i = 0; i < slices.taken(); i++) {
            y[at + i] = seen[begin + slices.index(o, i)];
        }
    }
}
