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
import hebb.cpu.work.RowWork;
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
    private final int x; // the slot of the slices
    private final int y; // of the table, or of the rows that each thread holds
    private final int ends; // of where each row's indices end among the sorted
    private final int sorted; // of the numbers of the indices, sorted by what they are
    private final @Nullable RowWork behind;
    private final DType dtype;
    private final Object zero;
    private final Warming<FloatRoutine.Pair> sum;

    private Scattering(
            TableSlices slices,
            Extent length,
            Extent taken,
            int x,
            int y,
            int own,
            @Nullable RowWork behind,
            DType dtype,
            Kernels kernels) {
        this.slices = slices;
        this.length = length;
        this.taken = taken;
        this.x = x;
        this.y = y;
        this.ends = own;
        this.sorted = own + 1;
        this.behind = behind;
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
        var work =
                new Scattering(
                                slices,
                                length,
                                taken(slices, few),
                                X,
                                Y,
                                slots.size(),
                                null,
                                node.dtype(),
                                kernels)
                        .work();
        return new Kernel(slices.name(), work, slots, own(slices), DType.FLOAT32);
    }

    private static Extent taken(TableSlices slices, boolean few) {
        return few ? Uniques.count(slices.indices(), slices.taken()) : Extent.of(slices.taken());
    }

    private static List<Kernel.Temporary> own(TableSlices slices) {
        return List.of(
                new Kernel.Temporary(DType.INT32, slices.length()),
                new Kernel.Temporary(DType.INT32, slices.taken()));
    }

    private Work work() {
        return new Work(List.of(new Sorting(), new Adding()), 0, 0);
    }

    /// A table that is never there as a whole, but goes into a loop row by row.
    ///
    /// - `node`: the `ScatterAdd`, of rows of a matrix
    /// - `loop`: what is behind it, made for [#rowsHeld] rows that each thread holds; its last
    ///   slots are those of the rows to add and of their indices
    public static Kernel kernelByRows(
            Node node, LoopBuilder.Behind loop, boolean few, Kernels kernels) {
        int held = loop.slots().size();
        int x = held - 2;
        var slices = TableSlices.of(node, node.shape(), 0, node, held - 1);
        var temporaries = new ArrayList<>(loop.temporaries());
        temporaries.addAll(own(slices));
        var work =
                new Scattering(
                                slices,
                                Extent.of(slices.length()),
                                taken(slices, few),
                                x,
                                held,
                                held + loop.temporaries().size(),
                                loop.rows(),
                                node.dtype(),
                                kernels)
                        .work();
        return new Kernel(slices.name() + ", loop", work, loop.slots(), temporaries, DType.FLOAT32);
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
        private final int rowsHeld = rowsHeld(slices.inner());

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
            return o.offset(y) + number * slices.inner();
        }

        /// Makes the rows `from <= row < to`, the first of them at `place`.
        private void add(int outer, int from, int to, int place, Operands o) {
            int inner = slices.inner();
            int behind = place + (to - from) * inner;
            Movement.fill(dtype, zero, o.array(y), place, behind);
            int slices = o.offset(x) + outer * Scattering.this.slices.taken() * inner;
            int next = begin(from, o);
            for (int row = from; row < to; row++) {
                int end = begin(row + 1, o);
                for (; next < end; next++) {
                    int number = o.ints(sorted)[o.offset(sorted) + next];
                    int slice = Scattering.this.slices.order().place(number);
                    Scattering.this.add(o, slices + slice * inner, place, inner);
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
            return row == 0 ? 0 : o.ints(ends)[o.offset(ends) + row - 1];
        }
    }

    private void add(Operands o, int from, int to, int n) {
        switch (dtype) {
            case FLOAT32 -> {
                float[] a = o.floats(x), b = o.floats(y);
                sum.kernel().run(b, to, a, from, b, to, n);
            }
            case FLOAT64 -> {
                double[] a = o.doubles(x), b = o.doubles(y);
                for (int i = 0; i < n; i++) {
                    b[to + i] += a[from + i];
                }
            }
            case INT32 -> {
                int[] a = o.ints(x), b = o.ints(y);
                for (int i = 0; i < n; i++) {
                    b[to + i] += a[from + i];
                }
            }
            case INT64 -> {
                long[] a = o.longs(x), b = o.longs(y);
                for (int i = 0; i < n; i++) {
                    b[to + i] += a[from + i];
                }
            }
            case UINT8, BOOL -> {
                byte[] a = o.bytes(x), b = o.bytes(y);
                for (int i = 0; i < n; i++) {
                    int sum = (a[from + i] & 0xff) + (b[to + i] & 0xff);
                    b[to + i] = (byte) (dtype == DType.BOOL && sum != 0 ? 1 : sum);
                }
            }
        }
    }
}
