package hebb.cpu.move;

import hebb.core.op.Constant;
import hebb.core.op.Gather;
import hebb.core.op.Node;
import hebb.core.op.ScatterAdd;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.List;

/// `Gather` and `ScatterAdd`. A table is seen as (outer, length, inner), its slices as (outer,
/// indices, inner).
public final class Indexed {
    private static final int X = 0, INDICES = 1, Y = 2;

    private final String label;
    private final DType dtype;
    private final DType indexType;
    private final Shape indexShape;
    private final int outer;
    private final int length;
    private final int inner;
    private final int taken;

    private Indexed(Node node, Shape table, int axis) {
        var indices = node.input(1);
        this.label = node.op().label();
        this.dtype = node.dtype();
        this.indexType = indices.dtype();
        this.indexShape = indices.shape();
        this.taken = indices.shape().size();
        this.outer = table.slice(0, axis).size();
        this.length = table.dim(axis);
        this.inner = table.slice(axis + 1, table.rank()).size();
    }

    /// Slices of a table.
    public static Kernel gather(Gather op, Node node) {
        var table = node.input(0).shape();
        return new Indexed(node, table, table.axis(op.axis())).kernel(node, true);
    }

    /// Slices added to zeros.
    public static Kernel scatterAdd(ScatterAdd op, Node node) {
        return new Indexed(node, node.shape(), node.shape().axis(op.axis())).kernel(node, false);
    }

    private Kernel kernel(Node node, boolean gathers) {
        var slots = List.of(Views.root(node.input(0)), Views.root(node.input(1)), node);
        return new Kernel(label, Work.of(gathers ? new Gathering() : new Scattering()), slots);
    }

    private int index(Operands o, int number) {
        long index =
                indexType == DType.INT32
                        ? o.ints(INDICES)[o.offset(INDICES) + number]
                        : o.longs(INDICES)[o.offset(INDICES) + number];
        if (index < 0 || index >= length) {
            throw outOfRange(index, number);
        }
        return (int) index;
    }

    private HebbException outOfRange(long index, int number) {
        var at = new int[indexShape.rank()];
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = number % indexShape.dim(i);
            number /= indexShape.dim(i);
        }
        return HebbException.of(label, "an index is out of range")
                .received(index + " at " + Shape.of(at) + " of indices of shape " + indexShape)
                .expected(
                        length == 0
                                ? "none, because the axis is empty"
                                : "0 to " + (length - 1) + ", the positions of the axis");
    }

    /// A unit is some slices.
    private final class Gathering implements Phase {
        private final int slicesInUnit = Math.max(1, 4096 / Math.max(1, inner));

        @Override
        public int units() {
            return Math.ceilDiv(outer * taken, slicesInUnit);
        }

        @Override
        public long cost() {
            return (long) outer * taken * (inner + 8);
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            int end = Math.min(outer * taken, to * slicesInUnit);
            for (int slice = from * slicesInUnit; slice < end; slice++) {
                int row = slice / taken * length + index(o, slice % taken);
                System.arraycopy(
                        o.array(X),
                        o.offset(X) + row * inner,
                        o.array(Y),
                        o.offset(Y) + slice * inner,
                        inner);
            }
        }
    }

    /// A unit is a range of the result's positions along the axis: it takes all that falls there,
    /// in the order of the indices.
    private final class Scattering implements Phase {
        private static final int MOST_UNITS = 16;

        private final Object zero = Constant.scalar(0, dtype).data();

        @Override
        public int units() {
            return Math.clamp(length, 1, MOST_UNITS); // one at least, to find a wrong index
        }

        @Override
        public long cost() {
            return (long) outer * ((long) length * inner / 4 + (long) taken * inner);
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            int first = (int) ((long) length * from / units());
            int last = (int) ((long) length * to / units());
            for (int i = 0; i < outer; i++) {
                int begin = o.offset(Y) + (i * length + first) * inner;
                int end = o.offset(Y) + (i * length + last) * inner;
                Movement.fill(dtype, zero, o.array(Y), begin, end);
            }
            for (int number = 0; number < taken; number++) {
                int index = index(o, number);
                if (index >= first && index < last) {
                    for (int i = 0; i < outer; i++) {
                        int x = o.offset(X) + (i * taken + number) * inner;
                        add(o, x, o.offset(Y) + (i * length + index) * inner);
                    }
                }
            }
        }

        private void add(Operands o, int from, int to) {
            switch (dtype) {
                case FLOAT32 -> {
                    float[] x = o.floats(X), y = o.floats(Y);
                    for (int i = 0; i < inner; i++) {
                        y[to + i] += x[from + i];
                    }
                }
                case FLOAT64 -> {
                    double[] x = o.doubles(X), y = o.doubles(Y);
                    for (int i = 0; i < inner; i++) {
                        y[to + i] += x[from + i];
                    }
                }
                case INT32 -> {
                    int[] x = o.ints(X), y = o.ints(Y);
                    for (int i = 0; i < inner; i++) {
                        y[to + i] += x[from + i];
                    }
                }
                case INT64 -> {
                    long[] x = o.longs(X), y = o.longs(Y);
                    for (int i = 0; i < inner; i++) {
                        y[to + i] += x[from + i];
                    }
                }
                case UINT8, BOOL -> {
                    byte[] x = o.bytes(X), y = o.bytes(Y);
                    for (int i = 0; i < inner; i++) {
                        int sum = (x[from + i] & 0xff) + (y[to + i] & 0xff);
                        y[to + i] = (byte) (dtype == DType.BOOL && sum != 0 ? 1 : sum);
                    }
                }
            }
        }
    }
}
