package hebb.cpu.loop;

import hebb.core.op.ArgSort;
import hebb.core.op.Node;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.step.Kernel;
import hebb.cpu.step.Kernel.Temporary;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.List;

/// `ArgSort`: merges runs of positions, each twice as long as before. A unit is a row.
public final class RowSort implements Phase {
    private static final int X = 0, Y = 1, KEYS = 2, SPARE = 3;

    private final ArgSort op;
    private final DType dtype;
    private final int rows;
    private final int length;

    private RowSort(ArgSort op, Node x) {
        this.op = op;
        this.dtype = x.dtype();
        this.length = x.shape().dim(-1);
        this.rows = x.shape().slice(0, -1).size();
    }

    /// The kernel of a node.
    public static Kernel kernel(ArgSort op, Node node, int threads) {
        var sort = new RowSort(op, node.input(0));
        return new Kernel(
                op.label(),
                Work.of(sort),
                List.of(Views.root(node.input(0)), node),
                List.of(
                        new Temporary(DType.INT64, sort.length * threads),
                        new Temporary(DType.INT32, sort.length * threads)),
                DType.FLOAT32);
    }

    @Override
    public int units() {
        return length == 0 ? 0 : rows;
    }

    @Override
    public long cost() {
        return 8L * rows * length * (32 - Integer.numberOfLeadingZeros(length));
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int atKeys = o.offset(KEYS) + thread * length;
        int atSpare = o.offset(SPARE) + thread * length;
        for (int row = from; row < to; row++) {
            int atY = o.offset(Y) + row * length;
            keys(o.array(X), o.offset(X) + row * length, o.longs(KEYS), atKeys);
            sort(o.longs(KEYS), atKeys, o.ints(Y), atY, o.ints(SPARE), atSpare);
        }
    }

    private void keys(Object x, int at, long[] keys, int to) {
        for (int i = 0; i < length; i++) {
            keys[to + i] =
                    switch (x) {
                        case float[] a -> op.key((double) a[at + i]);
                        case double[] a -> op.key(a[at + i]);
                        case int[] a -> op.key((long) a[at + i]);
                        case long[] a -> op.key(a[at + i]);
                        case byte[] a -> op.key((long) (a[at + i] & 0xff));
                        default -> throw new IllegalStateException("a row of " + dtype);
                    };
        }
    }

    private void sort(long[] keys, int atKeys, int[] y, int atY, int[] spare, int atSpare) {
        for (int i = 0; i < length; i++) {
            y[atY + i] = i;
        }
        int[] from = y;
        int atFrom = atY;
        int[] to = spare;
        int atTo = atSpare;
        int passes = 0;
        for (long width = 1; width < length; width *= 2) {
            passes++;
            for (long begin = 0; begin < length; begin += 2 * width) {
                int middle = (int) Math.min(length, begin + width);
                int end = (int) Math.min(length, begin + 2 * width);
                merge(keys, atKeys, from, atFrom, to, atTo, (int) begin, middle, end);
            }
            int[] sorted = to;
            int atSorted = atTo;
            to = from;
            atTo = atFrom;
            from = sorted;
            atFrom = atSorted;
        }
        if (passes % 2 == 1) {
            System.arraycopy(spare, atSpare, y, atY, length);
        }
    }

    private static void merge(
            long[] keys,
            int atKeys,
            int[] from,
            int atFrom,
            int[] to,
            int atTo,
            int begin,
            int middle,
            int end) {
        int a = begin;
        int b = middle;
        for (int i = begin; i < end; i++) {
            boolean first =
                    a < middle
                            && (b == end
                                    || keys[atKeys + from[atFrom + a]]
                                            <= keys[atKeys + from[atFrom + b]]);
            to[atTo + i] = from[atFrom + (first ? a++ : b++)];
        }
    }
}
