package hebb.cpu.loop;

import hebb.core.op.Node;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Work;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes a [Loop] of a pointwise stage.
public final class LoopBuilder {
    /// Elements in a block: a few registers of it fit the first cache.
    static final int BLOCK = 1024;

    private LoopBuilder() {}

    /// The kernel of a stage whose nodes are all pointwise and of one shape.
    ///
    /// - `stage`: its outputs may include others, which get a slot only
    /// - `late`: outputs whose place is that of an input which the stage still reads behind them:
    ///   they are written when the block is done
    public static Kernel build(Stage stage, Set<Node> late, int threads, Kernels kernels) {
        var roots = new LinkedHashSet<Node>();
        stage.inputs().forEach(input -> roots.add(Views.root(input)));
        roots.addAll(stage.outputs());
        var slots = List.copyOf(roots);
        var routines = new Routines(kernels);
        var registers = new Registers(threads, slots.size());
        var program = new Translator(stage, late, slots, registers, routines).program();
        registers.stopReusing(); // what both programs hold must not meet
        var fused =
                kernels.lanes() != Lanes.SCALAR
                        ? new Translator(stage, late, slots, registers, routines).fused()
                        : null;
        int size = stage.nodes().getLast().shape().size();
        var work = Work.of(new Loop(size, program, fused));
        return new Kernel("loop", work, slots, registers.temporaries(), DType.FLOAT32);
    }
}
