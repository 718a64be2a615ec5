package hebb.cpu.loop;

import hebb.core.op.Binary;
import hebb.core.op.Constant;
import hebb.core.op.Node;
import hebb.core.op.ScatterAdd;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.move.DistinctCount;
import hebb.cpu.move.Movement;
import hebb.cpu.move.TableSlices;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Warming;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Extent;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.RowWork;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds slices to a table of zeros: sorts the indices, then adds up row after row of the table,
/// each in the order of its indices.
public final class Scattering {
    /// Units of the addition.
    private static final int MOST_UNITS = 64;

    /// Elements that stay in the nearest cache from being zero to being a sum.
    private static final int BLOCK = 1 << 11;

    /// How much longer it takes to add a slice than to make a row of zeros.
    private static final int ADDITION = 3;

    private final TableSlices slices;
    private final Extent length; // of the table, as far as it is wanted
    private final Extent taken; // slices, as far as they are there
    private final Slots slots;
    private final @Nullable RowWork behind;
    private final DType dtype;
    private final Object zero;
    private final Warming<FloatRoutine.Pair> sum;

    private Scattering(
            TableSlices slices,
            Extent length,
            Extent taken,
            Slots slots,
            @Nullable RowWork behind,
            DType dtype,
            Kernels kernels) {
        this.slices = slices;
        this.length = length;
        this.taken = taken;
        this.slots = slots;
        this.behind = behind;
        this.dtype = dtype;
        this.zero = Constant.scalar(0, dtype).data();
        this.sum = new Routines(kernels).of(Binary.ADD);
    }

    /// Where things lie.
    ///
    /// - `x`: the slices
    /// - `y`: the table, or the rows of it that each thread holds
    /// - `ends`: where each row's indices end among the sorted
    /// - `sorted`: the numbers of the indices, sorted by what they are
    private record Slots(int x, int y, int ends, int sorted) {}

    /// The kernel of a stage of a `ScatterAdd`, and before it, perhaps, a transposition of its
    /// slices.
    ///
    /// - `wanted`: the values of a `Unique`, if the table is wanted for the distinct ones alone
    /// - `distinctOnly`: whether the indices are the values of a `Unique`, and there are slices for
    ///   the distinct ones alone
    public static Kernel kernel(
            Stage stage, @Nullable Node wanted, boolean distinctOnly, Kernels kernels) {
        var node = stage.nodes().getLast();
        var first = stage.nodes().getFirst();
        int axis = node.shape().axis(((ScatterAdd) node.op()).axis());
        var slices = TableSlices.of(node, node.shape(), axis, first, 1);
        Node read = first.input(0); // of the transposition, or of the op itself
        var operands = new ArrayList<>(List.of(Views.root(read), Views.root(node.input(1)), node));
        var length = Extent.of(slices.length());
        if (wanted != null) {
            length = new DistinctCount(operands.size(), slices.length());
            operands.add(wanted);
        }
        int own = operands.size();
        var slots = new Slots(0, 2, own, own + 1);
        var taken = taken(slices, distinctOnly);
        var scattering = new Scattering(slices, length, taken, slots, null, node.dtype(), kernels);
        return new Kernel(slices.name(), scattering.work(), operands, own(slices), DType.FLOAT32);
    }

    /// The kernel of sums of rows of a matrix that are never there as a whole, but go into a loop
    /// some rows at a time.
    ///
    /// - `node`: the `ScatterAdd`
    /// - `loop`: what is behind it, made for [#rowsHeld] rows that each thread holds; its last
    ///   slots are those of the slices and of the indices
    /// - `distinctOnly`: as above
    public static Kernel kernelByRows(
            Node node, LoopBuilder.Behind loop, boolean distinctOnly, Kernels kernels) {
        int held = loop.slots().size();
        var slices = TableSlices.of(node, node.shape(), 0, node, held - 1);
        var length = Extent.of(slices.length());
        int own = held + loop.temporaries().size();
        var slots = new Slots(held - 2, held, own, own + 1);
        var taken = taken(slices, distinctOnly);
        var scattering =
                new Scattering(slices, length, taken, slots, loop.rows(), node.dtype(), kernels);
        var temporaries = new ArrayList<>(loop.temporaries());
        temporaries.addAll(own(slices));
        return new Kernel(
                slices.name() + ", loop",
                scattering.work(),
                loop.slots(),
                temporaries,
                DType.FLOAT32);
    }

    private static Extent taken(TableSlices slices, boolean distinctOnly) {
        return distinctOnly
                ? new DistinctCount(slices.indices(), slices.taken())
                : Extent.of(slices.taken());
    }

    private static List<Kernel.Temporary> own(TableSlices slices) {
        return List.of(
                new Kernel.Temporary(DType.INT32, slices.length()),
                new Kernel.Temporary(DType.INT32, slices.taken()));
    }

    private Work work() {
        return new Work(List.of(new Sorting(), new Adding()), 0, 0);
    }

    /// How many rows of so many elements a thread makes before it hands them on.
    public static int rowsHeld(int inner) {
        return Math.max(1, BLOCK / Math.max(1, inner));
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
            int[] ends = o.ints(slots.ends);
            int begin = o.offset(slots.ends);
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
            int[] sorted = o.ints(slots.sorted);
            int first = o.offset(slots.sorted);
            for (int number = 0; number < all; number++) {
                int row = begin + slices.index(o, number);
                sorted[first + ends[row]] = number;
                ends[row]++; // the next one's place; in the end, the row's end
            }
        }
    }

    /// Adds up; a unit is some rows, more of them where few slices arrive.
    private final class Adding implements Phase {
        private final int rowsHeld = rowsHeld(slices.inner());

        @Override
        public int units() {
            return Math.min(slices.length(), MOST_UNITS);
        }

        @Override
        public long cost() {
            long table = (long) slices.length() * slices.inner();
            long made = behind == null ? table / 4 : 2 * table; // with what is behind
            return slices.outer() * (made + (long) slices.taken() * slices.inner());
        }

        @Override
        public void run(int from, int to, int thread, Operands o) {
            int wanted = length.of(o);
            int first = firstRow(from, wanted, o);
            int last = firstRow(to, wanted, o);
            for (int i = 0; i < slices.outer(); i++) {
                int end;
                for (int row = first; row < last; row = end) {
                    end = Math.min(last, row - row % rowsHeld + rowsHeld);
                    add(i, row, end, place(i, row, thread, o), o);
                    if (behind != null) {
                        behind.run(row, end, thread, o);
                    }
                }
            }
        }

        /// Where a row of the table is made.
        private int place(int outer, int row, int thread, Operands o) {
            int number =
                    behind == null
                            ? outer * slices.length() + row
                            : thread * rowsHeld + row % rowsHeld;
            return o.offset(slots.y) + number * slices.inner();
        }

        /// Makes the rows `from <= row < to`, the first of them at `place`.
        private void add(int outer, int from, int to, int place, Operands o) {
            int inner = slices.inner();
            Movement.fill(dtype, zero, o.array(slots.y), place, place + (to - from) * inner);
            int firstSlice = o.offset(slots.x) + outer * slices.taken() * inner;
            int next = begin(from, o);
            for (int row = from; row < to; row++) {
                int end = begin(row + 1, o);
                for (; next < end; next++) {
                    int number = o.ints(slots.sorted)[o.offset(slots.sorted) + next];
                    addSlice(o, firstSlice + slices.order().place(number) * inner, place, inner);
                }
                place += inner;
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
            return row == 0 ? 0 : o.ints(slots.ends)[o.offset(slots.ends) + row - 1];
        }
    }

    private void addSlice(Operands o, int from, int to, int n) {
        switch (dtype) {
            case FLOAT32 -> {
                float[] a = o.floats(slots.x), b = o.floats(slots.y);
                sum.kernel().run(b, to, a, from, b, to, n);
            }
            case FLOAT64 -> {
                double[] a = o.doubles(slots.x), b = o.doubles(slots.y);
                for (int i = 0; i < n; i++) {
                    b[to + i] += a[from + i];
                }
            }
            case INT32 -> {
                int[] a = o.ints(slots.x), b = o.ints(slots.y);
                for (int i = 0; i < n; i++) {
                    b[to + i] += a[from + i];
                }
            }
            case INT64 -> {
                long[] a = o.longs(slots.x), b = o.longs(slots.y);
                for (int i = 0; i < n; i++) {
                    b[to + i] += a[from + i];
                }
            }
            case UINT8, BOOL -> {
                byte[] a = o.bytes(slots.x), b = o.bytes(slots.y);
                for (int i = 0; i < n; i++) {
                    int sum = (a[from + i] & 0xff) + (b[to + i] & 0xff);
                    b[to + i] = (byte) (dtype == DType.BOOL && sum != 0 ? 1 : sum);
                }
            }
        }
    }
}
