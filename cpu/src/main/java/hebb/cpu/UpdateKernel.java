package hebb.cpu;

import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.gemm.Gemm;
import hebb.cpu.loop.LoopBuilder;
import hebb.cpu.loop.Scattering;
import hebb.cpu.move.DistinctCount;
import hebb.cpu.step.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A gradient and the loop behind it, as [Updates] joins them: each thread computes some rows of
/// the gradient into memory of its own, runs the loop over them, and goes on to its next rows.
final class UpdateKernel {
    private UpdateKernel() {}

    /// Of a stage that begins with a product.
    static Kernel of(
            MatMul op, Stage stage, Set<Node> late, RowsInUse rowsInUse, Lowering lowering) {
        var product = stage.nodes().getFirst();
        int rows = product.shape().dim(0);
        int columns = product.shape().dim(1);
        int inner = product.input(0).shape().dim(op.transposeA() ? 0 : 1);
        var gemm = Gemm.of(rows, columns, inner);
        gemm = op.transposeA() ? gemm.transposeA() : gemm;
        gemm = op.transposeB() ? gemm.transposeB() : gemm;
        int held = gemm.rowsHeld(lowering.kernels()) * columns;
        var operands =
                new ArrayList<>(
                        List.of(Views.root(product.input(0)), Views.root(product.input(1))));
        var distinct = op.transposeA() ? rowsInUse.distinct(product.input(0)) : null;
        if (distinct != null) {
            operands.add(distinct);
        }
        var loop =
                LoopBuilder.behind(
                        product,
                        held,
                        operands,
                        Updates.loop(stage),
                        late,
                        lowering.threads(),
                        lowering.kernels());
        var slots = loop.slots();
        int first = slots.size() - operands.size();
        if (distinct != null) {
            gemm = gemm.termsInUse(new DistinctCount(first + 2, distinct.shape().size()));
        }
        var work =
                gemm.slots(first, first + 1, slots.size())
                        .workByRows(lowering.kernels(), loop.rows());
        return new Kernel("matmul, loop", work, slots, loop.temporaries(), DType.FLOAT32);
    }

    /// Of a stage that begins with sums of rows; `distinctOnly` as in [Scattering#kernel].
    static Kernel ofSums(Stage stage, Set<Node> late, boolean distinctOnly, Lowering lowering) {
        var sums = stage.nodes().getFirst();
        int columns = sums.shape().dim(1);
        var loop =
                LoopBuilder.behind(
                        sums,
                        Scattering.rowsHeld(columns) * columns,
                        List.of(Views.root(sums.input(0)), Views.root(sums.input(1))),
                        Updates.loop(stage),
                        late,
                        lowering.threads(),
                        lowering.kernels());
        return Scattering.kernelByRows(sums, loop, distinctOnly, lowering.kernels());
    }
}
