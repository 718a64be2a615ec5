package hebb.cpu;

import hebb.core.op.ArgReduce;
import hebb.core.op.ArgSort;
import hebb.core.op.Argument;
import hebb.core.op.AveragePool;
import hebb.core.op.AveragePoolGradient;
import hebb.core.op.Binary;
import hebb.core.op.Broadcast;
import hebb.core.op.Cast;
import hebb.core.op.Compare;
import hebb.core.op.Concat;
import hebb.core.op.Constant;
import hebb.core.op.Convolution;
import hebb.core.op.ConvolutionInputGradient;
import hebb.core.op.ConvolutionKernelGradient;
import hebb.core.op.CustomGradient;
import hebb.core.op.Gather;
import hebb.core.op.Iota;
import hebb.core.op.LogSoftmax;
import hebb.core.op.MatMul;
import hebb.core.op.MaxPool;
import hebb.core.op.MaxPoolGradient;
import hebb.core.op.Node;
import hebb.core.op.Pad;
import hebb.core.op.Random;
import hebb.core.op.Recurrence;
import hebb.core.op.Reduce;
import hebb.core.op.Reshape;
import hebb.core.op.Reverse;
import hebb.core.op.Scan;
import hebb.core.op.ScanCarry;
import hebb.core.op.ScatterAdd;
import hebb.core.op.Select;
import hebb.core.op.Slice;
import hebb.core.op.Softmax;
import hebb.core.op.Transpose;
import hebb.core.op.Unary;
import hebb.core.op.Unique;
import hebb.core.plan.Stage;
import hebb.cpu.loop.ArgReduction;
import hebb.cpu.loop.LoopBuilder;
import hebb.cpu.loop.Reduction;
import hebb.cpu.loop.RowSort;
import hebb.cpu.loop.Scattering;
import hebb.cpu.loop.SoftmaxRows;
import hebb.cpu.move.Gathering;
import hebb.cpu.move.Movement;
import hebb.cpu.move.Uniques;
import hebb.cpu.simd.Kernels;
import hebb.cpu.step.Kernel;
import hebb.cpu.window.WindowKernels;
import java.util.Set;

/// Finds the kernel of each stage.
///
/// - `threads`: how many threads will run it at most
/// - `kernels`: made of vectors or of plain loops
/// - `fusion`: whether to simplify graphs, to fuse nodes and to fold epilogues
record Lowering(int threads, Kernels kernels, boolean fusion) {
    /// The kernel of a stage; `late` as in [LoopBuilder#build], `rows` those of all values.
    Kernel kernel(Stage stage, Set<Node> late, RowsInUse rows) {
        if (JointSweeps.isOne(stage)) {
            return JointSweeps.kernel(stage, kernels);
        }
        var last = stage.nodes().getLast();
        if (stage.nodes().size() > 1 && last.op() instanceof Reduce) {
            var rest = stage.nodes().subList(0, stage.nodes().size() - 1);
            var makers = new Stage(rest, stage.inputs(), stage.outputs());
            return Reduction.samples(kernel(makers, late, rows), last, kernels);
        }
        var node = stage.nodes().getFirst();
        return switch (node.op()) {
            case Argument _, Constant _, Reshape _ ->
                    throw new IllegalStateException(node + " is not computed");
            case Broadcast _ when stage.nodes().size() == 1 -> Movement.broadcast(node);
            case Slice _ when stage.nodes().size() == 1 -> Movement.slice(node);
            case Unary _,
                    Binary _,
                    Compare _,
                    Select _,
                    Cast _,
                    Broadcast _,
                    Iota _,
                    Random _,
                    Slice _,
                    CustomGradient _ ->
                    LoopBuilder.build(stage, late, threads, kernels);
            case MatMul op when !Epilogues.isOne(stage) ->
                    UpdateKernel.of(op, stage, late, rows, this);
            case MatMul op -> MatMulKernel.of(op, node, Folded.of(stage), rows, kernels);
            case Convolution op -> {
                var folded = Folded.of(stage);
                yield WindowKernels.convolution(
                        op, node, folded.epilogue(), folded.bias(), folded.output(), kernels);
            }
            case ConvolutionInputGradient op -> WindowKernels.inputGradient(op, node, kernels);
            case ConvolutionKernelGradient op -> WindowKernels.kernelGradient(op, node, kernels);
            case MaxPool op -> WindowKernels.maxPool(op, node, kernels);
            case MaxPoolGradient op ->
                    WindowKernels.maxPoolGradient(
                            op, node, stage.nodes().size() > 1, stage, kernels);
            case AveragePool op -> WindowKernels.averagePool(op, node, kernels);
            case AveragePoolGradient op -> WindowKernels.averagePoolGradient(op, node, kernels);
            case Reduce op -> Reduction.kernel(op, node, threads, kernels);
            case ArgSort op -> RowSort.kernel(op, node, threads);
            case ArgReduce op -> ArgReduction.kernel(op, node, threads);
            case Softmax _ -> SoftmaxRows.kernel(false, node, threads, kernels);
            case LogSoftmax _ -> SoftmaxRows.kernel(true, node, threads, kernels);
            case Transpose op when stage.nodes().size() == 1 -> Movement.transpose(op, node);
            case Transpose _ -> scattering(stage, rows);
            case Reverse op -> Movement.reverse(op, node);
            case Pad op -> Movement.pad(op, node);
            case Concat _ -> Movement.concat(node);
            case Gather _ when last.op().family() instanceof Recurrence.Loop loop ->
                    ScanKernel.of(loop, stage, this);
            case Gather _ -> Gathering.kernel(stage, rows.isCut(node));
            case Scan op -> ScanKernel.of(op.family(), stage, this);
            case ScanCarry op -> ScanKernel.of(op.family(), stage, this);
            case ScatterAdd _ when stage.nodes().size() > 1 ->
                    UpdateKernel.ofSums(stage, late, rows.isCut(node.input(0)), this);
            case ScatterAdd _ -> scattering(stage, rows);
            case Unique op -> Uniques.kernel(op, node);
        };
    }

    private Kernel scattering(Stage stage, RowsInUse rows) {
        var node = stage.nodes().getLast();
        boolean distinctOnly = rows.isCut(node.input(0));
        return Scattering.kernel(stage, rows.distinct(node), distinctOnly, kernels);
    }
}
