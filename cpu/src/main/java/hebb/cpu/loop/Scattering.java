package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Constant;
import hebb.core.op.Node;
import hebb.core.op.ScatterAdd;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.move.Movement;
import hebb.cpu.move.TableSlices;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Warming;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.List;

/// Adds slices to a table of zeros. A unit is a range of the table's positions along the axis: it
/// takes all that falls there, in the order of the indices.
public final class Scattering implements Phase {
    private static final int X = 0, INDICES = 1, Y = 2, OWN = 3; // OWN: of each thread
    private static final int MOST_UNITS = 16;

    private final TableSlices slices;
    private final DType dtype;
    private final Object zero;
    private final Warming<FloatRoutine.Pair> sum;

    private Scattering(TableSlices slices, DType dtype, Kernels kernels) {
        this.slices = slices;
        this.dtype = dtype;
        this.zero = Constant.scalar(0, dtype).data();
        this.sum = new Routines(kernels).of(Binary.ADD);
    }

    /// The kernel of a stage of a `ScatterAdd`, and before it, perhaps, a transposition of its
    /// slices.
    public static Kernel kernel(Stage stage, int threads, Kernels kernels) {
        var node = stage.nodes().getLast();
        var first = stage.nodes().getFirst();
        int axis = node.shape().axis(((ScatterAdd) node.op()).axis());
        var slices = TableSlices.of(node, node.shape(), axis, first, INDICES);
        Node read = first.input(0); // of the transposition, or of the op itself
        var slots = List.of(Views.root(read), Views.root(node.input(1)), node);
        var work = Work.of(new Scattering(slices, node.dtype(), kernels));
        var own = new Kernel.Temporary(DType.INT32, Math.multiplyExact(slices.taken(), threads));
        return new Kernel(slices.name(), work, slots, List.of(own), DType.FLOAT32);
    }

    @Override
    public int units() {
        // one at least, to find a wrong index
        return Math.clamp(slices.length(), 1, MOST_UNITS);
    }

    @Override
    public long cost() {
        long table = (long) slices.length() * slices.inner();
        return slices.outer() * (table / 4 + (long) slices.taken() * slices.inner());
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int outer = slices.outer();
        int length = slices.length();
        int inner = slices.inner();
        int taken = slices.taken();
        int first = (int) ((long) length * from / units());
        int last = (int) ((long) length * to / units());
        for (int i = 0; i < outer; i++) {
            int place = o.offset(Y) + i * length * inner;
            Movement.fill(dtype, zero, o.array(Y), place + first * inner, place + last * inner);
        }
        int[] own = o.ints(OWN);
        int begin = o.offset(OWN) + thread * taken;
        int end = begin + collect(o, first, last, own, begin);
        for (int i = 0; i < outer; i++) {
            for (int k = begin; k < end; k++) {
                int x = o.offset(X) + (i * taken + slices.order().place(own[k])) * inner;
                int y = o.offset(Y) + (i * length + slices.index(o, own[k])) * inner;
                add(o, x, y, inner);
            }
        }
    }

    /// Puts the numbers of all indices from `first` to before `last` one behind the other; returns
    /// how many there are. Without a branch: nobody foresees where an index falls, and whoever
    /// waits for it cannot fetch the next slices meanwhile.
    private int collect(Operands o, int first, int last, int[] own, int begin) {
        int count = 0;
        for (int number = 0; number < slices.taken(); number++) {
            int index = slices.index(o, number);
            own[begin + count] = number;
            count += Integer.compareUnsigned(index - first, last - first) < 0 ? 1 : 0;
        }
        return count;
    }

    private void add(Operands o, int from, int to, int n) {
        switch (dtype) {
            case FLOAT32 -> {
                float[] x = o.floats(X), y = o.floats(Y);
                sum.kernel().run(y, to, x, from, y, to, n);
            }
            case FLOAT64 -> {
                double[] x = o.doubles(X), y = o.doubles(Y);
                for (int i = 0; i < n; i++) {
                    y[to + i] += x[from + i];
                }
            }
            case INT32 -> {
                int[] x = o.ints(X), y = o.ints(Y);
                for (int i = 0; i < n; i++) {
                    y[to + i] += x[from + i];
                }
            }
            case INT64 -> {
                long[] x = o.longs(X), y = o.longs(Y);
                for (int i = 0; i < n; i++) {
                    y[to + i] += x[from + i];
                }
            }
            case UINT8, BOOL -> {
                byte[] x = o.bytes(X), y = o.bytes(Y);
                for (int i = 0; i < n; i++) {
                    int sum = (x[from + i] & 0xff) + (y[to + i] & 0xff);
                    y[to + i] = (byte) (dtype == DType.BOOL && sum != 0 ? 1 : sum);
                }
            }
        }
    }
}
