package hebb.cpu.loop;

import hebb.core.op.Node;
import hebb.core.plan.Fuse;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.cpu.simd.Kernels;
import hebb.cpu.simd.Lanes;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.RowWork;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a [Loop] of a pointwise stage.
public final class LoopBuilder {
    /// Elements in a block: a few registers of it fit the first cache.
    static final int BLOCK = 1024;

    private LoopBuilder() {}

    /// The shape of what a stage's loop goes over: that of all its nodes but the concatenations.
    static Shape shape(Stage stage) {
        return stage.nodes().reversed().stream()
                .filter(node -> Fuse.isPointwise(node.op()))
                .findFirst()
                .orElseThrow()
                .shape();
    }

    /// The kernel of a stage whose nodes are all pointwise and of one shape, or concatenations of
    /// others.
    ///
    /// - `stage`: its outputs may include others, which get a slot only
    /// - `late`: outputs whose place is that of an input which the stage still reads behind them:
    ///   they are written when the block is done
    public static Kernel build(Stage stage, Set<Node> late, int threads, Kernels kernels) {
        var roots = new LinkedHashSet<Node>();
        stage.inputs().forEach(input -> roots.add(Views.root(input)));
        roots.addAll(stage.outputs());
        var slots = List.copyOf(roots);
        var registers = new Registers(threads, slots.size());
        var loop = loop(stage, late, slots, Map.of(), registers, kernels);
        return new Kernel("loop", Work.of(loop), slots, registers.temporaries(), DType.FLOAT32);
    }

    /// The loop behind a matrix, a product or sums of rows, that is never stored whole.
    ///
    /// - `slots`: the values, slot by slot
    /// - `temporaries`: in the slots behind; the first is for the rows of the matrix that each
    ///   thread holds
    public record Behind(List<Node> slots, List<Kernel.Temporary> temporaries, RowWork rows) {
        public Behind {
            slots = List.copyOf(slots);
            temporaries = List.copyOf(temporaries);
        }
    }

    /// The loop of a stage that reads a matrix of its shape, of which each thread holds the rows
    /// that it works on: `held` elements. The last slots are those of `others`.
    public static Behind behind(
            Node matrix,
            int held,
            List<Node> others,
            Stage stage,
            Set<Node> late,
            int threads,
            Kernels kernels) {
        var roots = new LinkedHashSet<Node>();
        stage.inputs().stream().filter(x -> x != matrix).forEach(x -> roots.add(Views.root(x)));
        roots.addAll(stage.outputs());
        var slots = new ArrayList<>(roots);
        slots.addAll(others);
        var registers = new Registers(threads, slots.size() + 1);
        var known = Map.of(matrix, Ref.part(slots.size(), held));
        var loop = loop(stage, late, slots, known, registers, kernels);
        var temporaries = new ArrayList<Kernel.Temporary>();
        temporaries.add(new Kernel.Temporary(DType.FLOAT32, Math.multiplyExact(held, threads)));
        temporaries.addAll(registers.temporaries());
        return new Behind(slots, temporaries, loop.rows(matrix.shape().dim(-1)));
    }

    private static Loop loop(
            Stage stage,
            Set<Node> late,
            List<Node> slots,
            Map<Node, Ref> known,
            Registers registers,
            Kernels kernels) {
        var routines = new Routines(kernels);
        var program = new Translator(stage, late, slots, known, registers, routines).program();
        registers.stopReusing(); // what both programs hold must not meet
        // what comes before the expression must not write over what the expression reads
        var all = Set.copyOf(stage.outputs());
        var fused =
                kernels.lanes() != Lanes.SCALAR
                        ? new Translator(stage, all, slots, known, registers, routines).fused()
                        : null;
        return new Loop(shape(stage).size(), program, fused);
    }
}
