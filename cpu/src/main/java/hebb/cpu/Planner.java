package hebb.cpu;

import hebb.core.op.Constant;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.plan.Fuse;
import hebb.core.plan.Lifetimes;
import hebb.core.plan.Order;
import hebb.core.plan.PlanMemory;
import hebb.core.plan.PlanMemory.Buffer;
import hebb.core.plan.Simplify;
import hebb.core.plan.Stage;
import hebb.core.plan.Verify;
import hebb.core.plan.Views;
import hebb.cpu.step.Kernel;
import hebb.cpu.step.Place;
import hebb.cpu.step.Step;
import hebb.cpu.team.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Arranges the passes for the CPU: simplify, find rows in use and epilogues, fuse, join stages,
/// order, choose kernels, lay out memory, verify.
final class Planner {
    private final Team team;
    private final Lowering lowering;
    private final Graph graph;
    private final List<Stage> stages;
    private final List<Kernel> kernels = new ArrayList<>();
    private final Map<Node, Place> places = new HashMap<>(); // but for what lies in the arenas
    private final Lifetimes lifetimes;
    private final List<List<Buffer>> temporaries = new ArrayList<>(); // of each step
    private final List<@Nullable Buffer> scratch = new ArrayList<>(); // of each step
    private final PlanMemory memory;

    private Planner(Graph graph, Team team, Lowering lowering, boolean fusion) {
        this.team = team;
        this.lowering = lowering;
        var separated = Order.separated(fusion ? Simplify.of(graph) : graph);
        var rows = fusion ? RowsInUse.of(separated) : RowsInUse.ALL;
        var found = fusion ? joined(separated, rows, lowering) : Fuse.none(separated);
        var order = Order.of(separated, rows.withDistinct(found));
        this.graph = order.graph();
        this.stages = order.stages();
        givePlaces();
        this.lifetimes = Lifetimes.of(stages, places.keySet());
        for (var stage : stages) {
            kernels.add(lowering.kernel(stage, late(stage), rows));
        }
        this.memory = memory();
    }

    private static List<Stage> joined(Graph graph, RowsInUse rows, Lowering lowering) {
        var fused = SampleSums.joined(Fuse.of(graph, taken(graph)));
        return JointSweeps.joined(Updates.joined(fused, graph), rows, lowering);
    }

    private static List<List<Node>> taken(Graph graph) {
        var taken = new ArrayList<>(Epilogues.of(graph));
        taken.addAll(Loops.of(graph));
        taken.addAll(Reordered.of(graph));
        return taken;
    }

    /// The program of a graph; without `fusion`, each node is a step of its own.
    static Program plan(Graph graph, Team team, Lowering lowering) {
        return new Planner(graph, team, lowering, lowering.fusion()).program();
    }

    private void givePlaces() {
        for (int i = 0; i < graph.arguments().size(); i++) {
            places.put(graph.arguments().get(i), new Place.InArgument(i));
        }
        for (int i = 0; i < graph.results().size(); i++) {
            var root = Views.root(graph.results().get(i));
            if (Views.isComputed(root)) {
                int target = graph.updates().get(i);
                places.put(
                        root,
                        target == Graph.NEW ? new Place.InResult(i) : new Place.InArgument(target));
            }
        }
        for (var stage : stages) {
            for (var input : stage.inputs()) {
                if (Views.root(input).op() instanceof Constant c) {
                    places.put(Views.root(input), new Place.Fixed(c.data()));
                }
            }
        }
    }

    /// The outputs of a stage that overwrite an argument which the stage reads again behind them.
    private Set<Node> late(Stage stage) {
        var late = new HashSet<Node>();
        for (var output : stage.outputs()) {
            if (places.get(output) instanceof Place.InArgument(int index)
                    && Lifetimes.isReadBehind(stage, output, graph.arguments().get(index))) {
                late.add(output);
            }
        }
        return late;
    }

    private PlanMemory memory() {
        var buffers = new ArrayList<>(lifetimes.all());
        for (int i = 0; i < kernels.size(); i++) {
            var kernel = kernels.get(i);
            var own = new ArrayList<Buffer>();
            for (var t : kernel.temporaries()) {
                own.add(new Buffer(t.dtype(), t.size(), i, i));
            }
            temporaries.add(own);
            buffers.addAll(own);
            int size = kernel.work().scratch(lowering.threads());
            scratch.add(size == 0 ? null : new Buffer(kernel.scratch(), size, i, i));
            if (size > 0) {
                buffers.add(scratch.get(i));
            }
        }
        return PlanMemory.of(buffers);
    }

    private Program program() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < kernels.size(); i++) {
            var kernel = kernels.get(i);
            var operands = new ArrayList<Place>();
            kernel.slots().forEach(root -> operands.add(place(root)));
            temporaries.get(i).forEach(buffer -> operands.add(arena(buffer)));
            var own = scratch.get(i);
            steps.add(
                    new Step(
                            kernel.name() + ": " + stages.get(i),
                            kernel.work(),
                            operands,
                            own == null ? new Place.Fixed(kernel.scratch().array(0)) : arena(own)));
        }
        verify();
        return new Program(team, steps, memory);
    }

    private Place place(Node root) {
        var place = places.get(root);
        return place != null ? place : arena(lifetimes.buffer(root));
    }

    private Place arena(Buffer buffer) {
        return new Place.InArena(buffer.dtype(), memory.offset(buffer));
    }

    private void verify() {
        var given = new ArrayList<Verify.Held>();
        graph.arguments().forEach(a -> given.add(held(a)));
        for (var root : places.keySet()) {
            if (root.op() instanceof Constant) {
                given.add(held(root));
            }
        }
        var steps = new ArrayList<Verify.Step>();
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var roots = stage.inputs().stream().map(Views::root).distinct().toList();
            var reads = roots.stream().map(this::held).toList();
            var inPlace =
                    roots.stream()
                            .filter(stage::isPointwiseIn)
                            .map(this::held)
                            .collect(Collectors.toSet());
            var writes = new ArrayList<>(stage.outputs().stream().map(this::held).toList());
            for (var buffer : temporaries.get(i)) {
                writes.add(new Verify.Held(buffer, region(arena(buffer), buffer.size())));
            }
            var own = scratch.get(i);
            if (own != null) {
                writes.add(new Verify.Held(own, region(arena(own), own.size())));
            }
            steps.add(new Verify.Step(stage.toString(), reads, writes, inPlace));
        }
        var results = graph.results().stream().map(Views::root).map(this::held).toList();
        Verify.check(given, steps, results);
    }

    private Verify.Held held(Node root) {
        return new Verify.Held(root, region(place(root), root.shape().size()));
    }

    private static Verify.Region region(Place place, int size) {
        return switch (place) {
            case Place.InArena(var dtype, int offset) ->
                    new Verify.Region(dtype, offset, (long) offset + size);
            case Place.InArgument _, Place.InResult _, Place.Fixed _ ->
                    new Verify.Region(place, 0, size);
        };
    }
}
