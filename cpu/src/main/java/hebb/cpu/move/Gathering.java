package hebb.cpu.move;

import hebb.core.op.Gather;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Extent;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.List;

/// Takes slices of a table. A unit is some slices.
public final class Gathering implements Phase {
    private static final int X = 0, INDICES = 1, Y = 2;

    private final TableSlices slices;
    private final Extent wanted;
    private final int slicesInUnit;

    private Gathering(TableSlices slices, Extent wanted) {
        this.slices = slices;
        this.wanted = wanted;
        this.slicesInUnit = Math.max(1, 4096 / Math.max(1, slices.inner()));
    }

    /// The kernel of a stage of a `Gather`, and behind it, perhaps, a transposition of its slices.
    ///
    /// - `distinctOnly`: whether the indices are the values of a `Unique`, and what is behind the
    ///   distinct ones is not wanted
    public static Kernel kernel(Stage stage, boolean distinctOnly) {
        var node = stage.nodes().getFirst();
        var made = stage.nodes().getLast();
        var table = node.input(0).shape();
        int axis = table.axis(((Gather) node.op()).axis());
        var slices = TableSlices.of(node, table, axis, made, INDICES);
        var slots = List.of(Views.root(node.input(0)), Views.root(node.input(1)), made);
        int all = slices.outer() * slices.taken();
        var wanted = distinctOnly ? new DistinctCount(INDICES, all) : Extent.of(all);
        var name = slices.name() + (distinctOnly ? " distinct rows" : "");
        return new Kernel(name, Work.of(new Gathering(slices, wanted)), slots);
    }

    @Override
    public int units() {
        return Math.ceilDiv(slices.outer() * slices.taken(), slicesInUnit);
    }

    @Override
    public long cost() {
        return (long) slices.outer() * slices.taken() * (slices.inner() + 8);
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        int taken = slices.taken();
        int inner = slices.inner();
        long all = wanted.of(o);
        int end = (int) (all * to / units());
        for (int slice = (int) (all * from / units()); slice < end; slice++) {
            int index = slices.index(o, slices.order().place(slice % taken));
            int row = slice / taken * slices.length() + index;
            System.arraycopy(
                    o.array(X),
                    o.offset(X) + row * inner,
                    o.array(Y),
                    o.offset(Y) + slice * inner,
                    inner);
        }
    }
}
