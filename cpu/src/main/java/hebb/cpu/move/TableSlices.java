package hebb.cpu.move;

import hebb.core.op.Node;
import hebb.core.op.Transpose;
import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.cpu.work.Operands;

/// The slices of a table that indices choose. The table is seen as (outer, length, inner), its
/// slices as (outer, indices, inner).
///
/// - `label`: of the op, for errors
/// - `indices`: the operand slot of the indices
/// - `order`: where the slices lie among all that were chosen, in the order in which they are
///   wanted
/// - `length`: how many slices the table has
public record TableSlices(
        String label,
        DType indexType,
        Shape indexShape,
        int indices,
        Strided order,
        int outer,
        int length,
        int inner) {
    /// Of a table with indices in an operand slot.
    ///
    /// - `node`: the op's, its second input being the indices
    /// - `axis`: of the table
    /// - `slices`: a transposition of the slices behind the op or before it, or else the op's node
    public static TableSlices of(Node node, Shape table, int axis, Node slices, int indices) {
        var index = node.input(1);
        return new TableSlices(
                node.op().label(),
                index.dtype(),
                index.shape(),
                indices,
                order(slices, index.shape()),
                table.slice(0, axis).size(),
                table.dim(axis),
                table.slice(axis + 1, table.rank()).size());
    }

    /// Single elements of a table of so many, by indices in an operand slot: for whoever wants to
    /// read the indices, and only if they are in range.
    public static TableSlices of(String label, Node indices, int length, int slot) {
        var shape = indices.shape();
        var order = Strided.of(shape, 0, shape.strides());
        return new TableSlices(label, indices.dtype(), shape, slot, order, 1, length, 1);
    }

    private static Strided order(Node node, Shape indices) {
        if (!(node.op() instanceof Transpose t)) {
            return Strided.of(indices, 0, indices.strides());
        }
        int rank = indices.rank();
        var from = node.input(0).shape().slice(0, rank).strides();
        var strides = t.axes().stream().limit(rank).mapToInt(a -> from[a]).toArray();
        return Strided.of(node.shape().slice(0, rank), 0, strides);
    }

    /// How many are chosen.
    public int taken() {
        return order.size();
    }

    /// The name of a kernel that works on them.
    public String name() {
        return label + (order.isContiguous() ? "" : " in another order");
    }

    /// Which slice of the table an index chooses.
    ///
    /// @throws HebbException if the table has no such slice
    public int index(Operands o, int number) {
        long index =
                indexType == DType.INT32
                        ? o.ints(indices)[o.offset(indices) + number]
                        : o.longs(indices)[o.offset(indices) + number];
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
}
