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
import hebb.cpu.move.Uniques;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Warming;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Extent;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds slices to a table of zeros: sorts the indices, then adds up row after row of the table,
/// each in the order of its indices.
public final class Scattering {
    private static final int X = 0, INDICES = 1, Y = 2, WANTED = 3;

    /// Units of the addition.
    private static final int MOST_UNITS = 64;

    /// Elements that stay in the nearest cache from being zero to being a sum.
    private static final int BLOCK = 1 << 11;

    /// How much longer it takes to add a slice than to make a row of zeros.
    private static final int ADDITION = 3;

    private final TableSlices slices;
    private final Extent length; // of the table, as far as it is wanted
    private final Extent taken; // slices, as far as they are there
    private final int ends; // the slot of where each row's indices end among the sorted
    private final int sorted; // the slot of the numbers of the indices, sorted by what they are
    private final DType dtype;
    private final Object zero;
    private final Warming<FloatRoutine.Pair> sum;

    private Scattering(
            TableSlices slices,
            Extent length,
            Extent taken,
            int firstOwn,
            DType dtype,
            Kernels kernels) {
        this.slices = slices;
        this.length = length;
        this.taken = taken;
        this.ends = firstOwn;
        this.sorted = firstOwn + 1;
        this.dtype = dtype;
        this.zero = Constant.scalar(0, dtype).data();
        this.sum = new Routines(kernels).of(Binary.ADD);
    }

    /// The kernel of a stage of a `ScatterAdd`, and before it, perhaps, a transposition of its
    /// slices.
    ///
    /// - `wanted`: the values of a `Unique`, if the table is wanted for the distinct ones alone
    /// - `few`: whether the indices are the values of a `Unique`, and there are slices for the
    ///   distinct ones alone
    public static Kernel kernel(Stage stage, @Nullable Node wanted, boolean few, Kernels kernels) {
        var node = stage.nodes().getLast();
        var first = stage.nodes().getFirst();
        int axis = node.shape().axis(((ScatterAdd) node.op()).axis());
        var slices = TableSlices.of(node, node.shape(), axis, first, INDICES);
        Node read = first.input(0); // of the transposition, or of the op itself
        var slots = new ArrayList<>(List.of(Views.root(read), Views.root(node.input(1)), node));
        var length = Extent.of(slices.length());
        if (wanted != null) {
            length = Uniques.count(WANTED, slices.length());
            slots.add(wanted);
        }
        var taken = few ? Uniques.count(INDICES, slices.taken()) : Extent.of(slices.taken());
        var own =
                List.of(
                        new Kernel.Temporary(DType.INT32, slices.length()),
                        new Kernel.Temporary(DType.INT32, slices.taken()));
        var scattering = new Scattering(slices, length, taken, slots.size(), node.dtype(), kernels);
        var work = new Work(List.of(scattering.new Sorting(), scattering.new Adding()), 0, 0);
        return new Kernel(slices.name(), work, slots, own, DType.FLOAT32);
    }

    /// Counts how often each row is chosen, and puts the indices in the order of the rows.
    private final class Sorting implements Phase {
        @Override
        public int units() {
            return 1;
        }

        @Override
        public long cost() {
            return 3L * slices.taken() + 2L * slices.length();
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            int[] ends = o.ints(Scattering.this.ends);
            int[] sorted = o.ints(Scattering.this.sorted);
            int begin = o.offset(Scattering.this.ends);
            int end = begin + slices.length();
            int all = taken.of(o);
            Arrays.fill(ends, begin, end, 0);
            for (int number = 0; number < all; number++) {
                ends[begin + slices.index(o, number)]++;
            }
            int before = 0;
            for (int row = begin; row < end; row++) {
                int count = ends[row];
                ends[row] = before;
                before += count;
            }
            int at = o.offset(Scattering.this.sorted);
            for (int number = 0; number < all; number++) {
                int row = begin + slices.index(o, number);
                sorted[at + ends[row]] = number;
                ends[row]++;
            }
        }
    }

    /// Adds up; a unit is some rows, more of them where few slices arrive.
    private final class Adding implements Phase {
        private final int rowsAtOnce = Math.max(1, BLOCK / Math.max(1, slices.inner()));

        @Override
        public int units() {
            return Math.min(slices.length(), MOST_UNITS);
        }

        @Override
        public long cost() {
            long table = (long) slices.length() * slices.inner();
            return slices.outer() * (table / 4 + (long) slices.taken() * slices.inner());
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            int wanted = length.of(o);
            int first = firstRow(from, wanted, o);
            int last = firstRow(to, wanted, o);
            int inner = slices.inner();
            for (int i = 0; i < slices.outer(); i++) {
                int x = o.offset(X) + i * slices.taken() * inner;
                int y = o.offset(Y) + i * slices.length() * inner;
                for (int row = first; row < last; row += rowsAtOnce) {
                    int end = Math.min(last, row + rowsAtOnce);
                    int place = y + row * inner;
                    int behind = y + end * inner;
                    Movement.fill(dtype, zero, o.array(Y), place, behind);
                    addRows(o, x, y, row, end);
                }
            }
        }

        private void addRows(Operands o, int x, int y, int from, int to) {
            int inner = slices.inner();
            int next = begin(from, o);
            for (int row = from; row < to; row++) {
                int end = begin(row + 1, o);
                for (; next < end; next++) {
                    int number = o.ints(sorted)[o.offset(sorted) + next];
                    add(o, x + slices.order().place(number) * inner, y + row * inner, inner);
                }
            }
        }

        /// The row at which a unit begins, if so many rows are wanted: units of about one size.
        private int firstRow(int unit, int wanted, Operands o) {
            long all = wanted + (long) ADDITION * begin(wanted, o);
            long before = all * unit / units();
            int low = 0;
            int high = wanted;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (middle + (long) ADDITION * begin(middle, o) < before) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /// How many indices choose rows before this one.
        private int begin(int row, Operands o) {
            return row == 0 ? 0 : o.ints(ends)[o.offset(ends) + row - 1];
        }
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
