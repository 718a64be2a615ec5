package hebb.cpu;

import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.plan.Views;
import hebb.core.shape.Broadcasting;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.cpu.gemm.Gemm;
import hebb.cpu.move.DistinctCount;
import hebb.cpu.simd.Kernels;
import hebb.cpu.step.Kernel;
import java.util.ArrayList;
import java.util.List;

/// `MatMul`, and what is folded into its stores, as a [Gemm].
final class MatMulKernel {
    private MatMulKernel() {}

    static Kernel of(MatMul op, Node node, Folded folded, RowsInUse rowsInUse, Kernels kernels) {
        var a = node.input(0).shape();
        var b = node.input(1).shape();
        int rows = node.shape().dim(-2);
        int columns = node.shape().dim(-1);
        int inner = a.dim(op.transposeA() ? -2 : -1);
        var batch = node.shape().slice(0, -2);
        var gemm = Gemm.of(rows, columns, inner).epilogue(folded.epilogue());
        gemm = op.transposeA() ? gemm.transposeA() : gemm;
        gemm = op.transposeB() ? gemm.transposeB() : gemm;
        gemm =
                gemm.batch(
                        begins(a.slice(0, -2), batch, rows * inner),
                        begins(b.slice(0, -2), batch, inner * columns),
                        begins(batch, batch, rows * columns));
        var slots = new ArrayList<>(List.of(Views.root(node.input(0)), Views.root(node.input(1))));
        slots.add(folded.output());
        if (folded.bias() != null) {
            slots.add(Views.root(folded.bias()));
        }
        var distinct = rowsInUse.distinct(node.input(0));
        if (distinct != null) {
            var count = new DistinctCount(slots.size(), distinct.shape().size());
            gemm = op.transposeA() ? gemm.termsInUse(count) : gemm.rowsInUse(count);
            slots.add(distinct);
        }
        var work = node.dtype() == DType.FLOAT32 ? gemm.work(kernels) : gemm.doubleWork();
        var name = "matmul" + (distinct == null ? "" : " of distinct rows") + folded;
        return new Kernel(name, work, slots, List.of(), node.dtype());
    }

    /// Where each matrix of a batch begins, for an operand that is repeated to it.
    private static int[] begins(Shape own, Shape batch, int size) {
        var begins = new int[batch.size()];
        var strides = Broadcasting.strides(own, batch);
        for (int i = 0; i < begins.length; i++) {
            int number = i;
            for (int axis = batch.rank() - 1; axis >= 0; axis--) {
                begins[i] += number % batch.dim(axis) * strides[axis] * size;
                number /= batch.dim(axis);
            }
        }
        return begins;
    }
}
