package hebb.cpu.loop;

import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.cpu.simd.Warming;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Operands;
import hebb.cpu.work.Phase;
import hebb.cpu.work.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Reduce` of float32 along neighbouring axes: the tensor is `(outer, length, inner)`, the middle
/// goes. With `inner` = 1 rows are folded along, else across. A unit is some rows, or some columns
/// of one outer position.
final class FloatReduction implements Phase {
    private static final int UNIT = 8192; // elements

    private final int x;
    private final int y;
    private final Warming<FloatRoutine.Folding> fold;
    private final int outer;
    private final int length;
    private final int inner;
    private final int outerInUnit;
    private final int columnsInUnit;
    private final int unitsInOuter;

    /// The slots of input and output, how to fold, and the tensor's axes.
    private FloatReduction(
            int x,
            int y,
            Warming<FloatRoutine.Folding> fold,
            int outer,
            int length,
            int inner,
            boolean perSample) {
        this.x = x;
        this.y = y;
        this.fold = fold;
        this.outer = outer;
        this.length = length;
        this.inner = inner;
        int size = Math.max(1, length * inner);
        this.outerInUnit = perSample ? 1 : Math.max(1, UNIT / size);
        int columns = Math.max(1, UNIT / Math.max(1, length));
        this.columnsInUnit = size <= UNIT ? inner : Math.min(inner, Math.ceilDiv(columns, 64) * 64);
        this.unitsInOuter = Math.ceilDiv(inner, Math.max(1, columnsInUnit));
    }

    /// The kernel of a node, or null if the reduced axes are not neighbours or the type is another.
    static @Nullable Kernel kernel(Reduce op, Node node, Routines routines) {
        var x = node.input(0);
        var shape = x.shape();
        int first = shape.rank();
        int last = -1;
        for (int axis : op.axes()) {
            if (shape.dim(axis) != 1) {
                first = Math.min(first, axis);
                last = Math.max(last, axis);
            }
        }
        for (int axis = first; axis <= last; axis++) {
            if (shape.dim(axis) != 1 && !op.axes().contains(axis)) {
                return null;
            }
        }
        if (x.dtype() != DType.FLOAT32 || last < 0) {
            return null;
        }
        var phase =
                new FloatReduction(
                        0,
                        1,
                        routines.of(op.kind()),
                        size(shape, 0, first),
                        size(shape, first, last + 1),
                        size(shape, last + 1, shape.rank()),
                        false);
        return new Kernel(op.label(), Work.of(phase), List.of(Views.root(x), node));
    }

    /// The sum over all axes but the first and the last; a unit is a sample, or less. `x` and `y`
    /// are the slots.
    static Phase samples(Shape shape, int x, int y, Routines routines) {
        return new FloatReduction(
                x,
                y,
                routines.of(Reduce.Kind.SUM),
                shape.dim(0),
                size(shape, 1, shape.rank() - 1),
                shape.dim(-1),
                true);
    }

    private static int size(Shape shape, int from, int to) {
        return shape.slice(from, to).size();
    }

    @Override
    public int units() {
        return inner == 0 ? 0 : Math.ceilDiv(outer, outerInUnit) * unitsInOuter;
    }

    @Override
    public long cost() {
        return (long) outer * length * inner;
    }

    @Override
    public void run(int from, int to, int thread, Operands o) {
        for (int unit = from; unit < to; unit++) {
            int begin = unit / unitsInOuter * outerInUnit;
            int column = unit % unitsInOuter * columnsInUnit;
            for (int i = begin; i < Math.min(outer, begin + outerInUnit); i++) {
                int atX = o.offset(x) + i * length * inner + column;
                int atY = o.offset(y) + i * inner + column;
                if (inner == 1) {
                    o.floats(y)[atY] = fold.kernel().row(o.floats(x), atX, length);
                } else {
                    int columns = Math.min(columnsInUnit, inner - column);
                    fold.kernel()
                            .columns(o.floats(x), atX, length, inner, columns, o.floats(y), atY);
                }
            }
        }
    }
}
