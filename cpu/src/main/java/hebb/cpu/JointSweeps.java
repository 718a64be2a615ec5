package hebb.cpu;

import static java.util.Objects.requireNonNull;

import hebb.core.op.MatMul;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.cpu.gemm.Gemm;
import hebb.cpu.gemm.Panels;
import hebb.cpu.loop.ColumnSum;
import hebb.cpu.simd.Kernels;
import hebb.cpu.step.Kernel;
import hebb.cpu.work.Sweep;
import hebb.cpu.work.Sweeps;
import hebb.cpu.work.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Joins products that have one large right-hand side, and the sum of its rows: the gradients of a
/// recurrent layer's recurrent kernel and bias, and of its kernel unless an embedding is before it.
/// The matrix, larger than the caches near a thread, is then read once for all of them.
final class JointSweeps {
    /// Elements that those caches do not hold.
    private static final int LARGE = 1 << 20;

    /// Rows that are some blocks at least.
    private static final int MANY = 4 * Sweeps.BLOCK;

    private final Lowering lowering;
    private final List<Stage> stages;
    private final RowsInUse rows;

    private JointSweeps(List<Stage> stages, RowsInUse rows, Lowering lowering) {
        this.stages = new ArrayList<>(stages);
        this.rows = rows;
        this.lowering = lowering;
    }

    /// A value seen as a matrix.
    private record Down(Node root, int rows, int columns) {
        static Down of(Node node) {
            int columns = node.shape().dim(-1);
            return new Down(Views.root(node), node.shape().size() / columns, columns);
        }
    }

    /// The same stages, some of them joined, in no particular order.
    static List<Stage> joined(List<Stage> stages, RowsInUse rows, Lowering lowering) {
        var search = new JointSweeps(stages, rows, lowering);
        search.groups().forEach(search::join);
        return search.stages;
    }

    /// Whether a stage is one that this class has joined.
    static boolean isOne(Stage stage) {
        return stage.nodes().size() > 1
                && stage.nodes().stream().allMatch(node -> swept(node) != null);
    }

    /// The matrix that a node could go down; null if there is none.
    private static @Nullable Down swept(Node node) {
        if (node.dtype() != DType.FLOAT32 || node.shape().rank() == 0 || node.shape().size() == 0) {
            return null;
        }
        return switch (node.op()) {
            case MatMul m when node.shape().rank() == 2 && m.transposeA() && !m.transposeB() ->
                    Down.of(node.input(1));
            case Reduce r when r.kind() == Reduce.Kind.SUM && allButLast(r, node.input(0)) ->
                    Down.of(node.input(0));
            default -> null;
        };
    }

    private static boolean allButLast(Reduce sum, Node x) {
        return sum.axes().equals(IntStream.range(0, x.shape().rank() - 1).boxed().toList());
    }

    private List<List<Stage>> groups() {
        Map<Down, List<Stage>> groups = new LinkedHashMap<>();
        for (var stage : stages) {
            var node = stage.nodes().getFirst();
            var matrix = stage.nodes().size() == 1 ? swept(node) : null;
            if (matrix != null && !rows.isCut(matrix.root) && pays(node, matrix)) {
                groups.computeIfAbsent(matrix, _ -> new ArrayList<>()).add(stage);
            }
        }
        return List.copyOf(groups.values());
    }

    private boolean pays(Node node, Down matrix) {
        var panels = new Panels(lowering.kernels().lanes(), matrix.columns);
        return matrix.rows >= MANY
                && (long) matrix.rows * matrix.columns >= LARGE
                && panels.count() >= lowering.threads()
                && (node.op() instanceof Reduce
                        || gemm(node, matrix, 0, 1, 2).sweep(lowering.kernels()) != null);
    }

    private void join(List<Stage> group) {
        var nodes =
                group.stream()
                        .map(stage -> stage.nodes().getFirst())
                        .sorted(Comparator.comparing(node -> node.op() instanceof Reduce))
                        .toList(); // products first
        if (nodes.size() > 1 && nodes.getFirst().op() instanceof MatMul && areIndependent(group)) {
            stages.removeAll(group);
            stages.add(Stage.of(nodes, new HashSet<>(nodes)));
        }
    }

    /// Whether none of the stages waits for another of them.
    private boolean areIndependent(List<Stage> group) {
        Map<Node, Stage> makers = new HashMap<>();
        stages.forEach(stage -> stage.outputs().forEach(output -> makers.put(output, stage)));
        Set<Stage> seen = new HashSet<>();
        var open = new ArrayDeque<>(group);
        while (!open.isEmpty()) {
            for (var input : open.remove().inputs()) {
                var maker = makers.get(Views.root(input));
                if (maker != null && group.contains(maker)) {
                    return false;
                }
                if (maker != null && seen.add(maker)) {
                    open.add(maker);
                }
            }
        }
        return true;
    }

    /// The kernel of a joined stage.
    static Kernel kernel(Stage stage, Kernels kernels) {
        var first = stage.nodes().getFirst();
        var matrix = Down.of(first.input(1));
        // the matrix; of each product its left-hand side and itself, of each sum itself: as many as
        // the node has inputs; then the sums' partial results
        var slots = new ArrayList<>(List.of(matrix.root));
        int partials = 1 + stage.nodes().stream().mapToInt(node -> node.inputs().size()).sum();
        var works = new ArrayList<Sweep>();
        var temporaries = new ArrayList<Kernel.Temporary>();
        for (var node : stage.nodes()) {
            int next = slots.size();
            if (node.op() instanceof Reduce) {
                slots.add(node);
                var space = ColumnSum.space(matrix.columns);
                int at = partials + temporaries.size();
                temporaries.add(new Kernel.Temporary(DType.FLOAT32, space));
                works.add(new ColumnSum(matrix.rows, matrix.columns, 0, next, at, kernels));
            } else {
                slots.addAll(List.of(Views.root(node.input(0)), node));
                var sweep = gemm(node, matrix, next, 0, next + 1).sweep(kernels);
                works.add(requireNonNull(sweep));
            }
        }
        int width = new Panels(kernels.lanes(), matrix.columns).width();
        var phase = new Sweeps(works, matrix.rows, matrix.columns, width);
        return new Kernel("joint", Work.of(phase), slots, temporaries, DType.FLOAT32);
    }

    private static Gemm gemm(Node node, Down matrix, int a, int b, int c) {
        return Gemm.of(node.shape().dim(0), matrix.columns, matrix.rows)
                .transposeA()
                .slots(a, b, c);
    }
}
