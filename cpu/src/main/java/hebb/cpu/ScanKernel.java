package hebb.cpu;

import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import hebb.core.op.Scan;
import hebb.core.plan.PlanMemory;
import hebb.core.plan.Stage;
import hebb.core.plan.Views;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.cpu.ScanLoop.Window;
import hebb.cpu.step.Kernel;
import hebb.cpu.team.Team;
import hebb.cpu.work.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Lowers the histories of a loop over time to a program for one step, which runs over windows of
/// the sequences and histories. Where no sample of the batch depends on another, each thread takes
/// some of the samples through all times.
final class ScanKernel {
    /// The steps of a part run on one thread.
    private static final Team ALONE = new Team(1);

    /// Fewer samples would leave the product's tiles half empty.
    private static final int FEWEST_SAMPLES = 8;

    private final Stage stage;
    private final Scan scan;
    private final Recurrence step;
    private final Lowering lowering;
    private final List<Node> arguments = new ArrayList<>(); // of the step: its states first
    private final List<Integer> slots = new ArrayList<>(); // of each argument
    private final List<Node> results = new ArrayList<>(); // of the step: the histories' first
    private final List<Integer> next = new ArrayList<>(); // the result that is each state's next
    private final Parts parts;
    private final Map<DType, Integer> memory = new EnumMap<>(DType.class); // of a part

    private ScanKernel(Scan scan, Stage stage, Lowering lowering) {
        this.stage = stage;
        this.scan = scan;
        this.step = scan.step();
        this.lowering = lowering;
        stage.outputs().forEach(y -> results.add(((Scan) y.op()).emitted()));
        var live = step.statesBehind(results);
        for (int i = 0; i < step.arguments().size(); i++) {
            var argument = step.arguments().get(i);
            boolean isState = i < step.states().size();
            if (!isState || live.contains(argument)) {
                arguments.add(argument);
                slots.add(i);
            }
            if (isState && live.contains(argument)) {
                next.add(number(step.next().get(i)));
            }
        }
        this.parts = parts();
    }

    /// The kernel of a stage of scans of one step and the same inputs.
    static Kernel of(Scan scan, Stage stage, Lowering lowering) {
        return new ScanKernel(scan, stage, lowering).kernel();
    }

    private int number(Node result) {
        if (!results.contains(result)) {
            results.add(result);
        }
        return results.indexOf(result);
    }

    // ---- programs

    /// A batch in parts.
    ///
    /// - `samples`: in each part but the last, which may have fewer
    /// - `programs`: of a part, and of the last if that differs
    /// - `split`: of each argument, whether it holds samples
    private record Parts(int count, int samples, List<Program> programs, List<Boolean> split) {}

    private Parts parts() {
        var graph = Graph.of(arguments, results);
        var shape = arguments.getFirst().shape();
        int batch = shape.rank() == 0 ? 1 : shape.dim(0);
        int most = Math.ceilDiv(batch, Math.clamp(batch / FEWEST_SAMPLES, 1, lowering.threads()));
        int certain = next.size() + step.sequences().size();
        var part =
                next.isEmpty() || most == batch
                        ? Optional.<Samples.Part>empty()
                        : Samples.of(graph, certain, most);
        if (part.isEmpty()) {
            var whole = Collections.nCopies(arguments.size(), false);
            return new Parts(1, batch, List.of(program(graph)), whole);
        }
        var programs = new ArrayList<>(List.of(program(part.get().graph())));
        int count = Math.ceilDiv(batch, most);
        int rest = batch - (count - 1) * most;
        if (rest < most) {
            programs.add(program(Samples.of(graph, certain, rest).orElseThrow().graph()));
        }
        return new Parts(count, most, programs, part.get().split());
    }

    private Program program(Graph graph) {
        return Planner.plan(graph, ALONE, new Lowering(1, lowering.kernels(), lowering.fusion()));
    }

    // ---- where everything lies

    private Kernel kernel() {
        var inputs = stage.nodes().getFirst().inputs();
        var spaces = spaces();
        var own = own();
        var types = List.copyOf(memory.keySet());
        // slots: inputs, histories, memory
        int firstType = inputs.size() + stage.outputs().size();
        var loop =
                new ScanLoop(
                        parts.programs,
                        parts.count,
                        stage.outputs().getFirst().shape().dim(0),
                        scan.reverse(),
                        given(),
                        made(own, type -> firstType + types.indexOf(type)),
                        next,
                        spaces.entrySet().stream()
                                .map(e -> space(e.getKey(), e.getValue(), firstType, types))
                                .toList());
        var roots = new ArrayList<Node>();
        inputs.forEach(x -> roots.add(Views.root(x)));
        roots.addAll(stage.outputs());
        var temporaries =
                types.stream()
                        .map(t -> new Kernel.Temporary(t, parts.count * sizeOfPart(t)))
                        .toList();
        return new Kernel(loop.toString(), Work.of(loop), roots, temporaries, DType.FLOAT32);
    }

    /// Reserves memory for the programs; where it begins, by type.
    private Map<DType, Integer> spaces() {
        var sizes = new EnumMap<DType, Integer>(DType.class);
        for (var program : parts.programs) {
            var needed = program.memory();
            needed.dtypes().forEach(t -> sizes.merge(t, needed.size(t), Math::max));
        }
        var begins = new EnumMap<DType, Integer>(DType.class);
        sizes.forEach((type, size) -> begins.put(type, reserved(type, size)));
        return begins;
    }

    /// Reserves memory for the results that are no histories, twice each; where it begins.
    private List<Integer> own() {
        return results.subList(stage.outputs().size(), results.size()).stream()
                .map(r -> reserved(r.dtype(), 2 * aligned(sizeInPart(r))))
                .toList();
    }

    private List<Window> given() {
        int end = next.size() + step.sequences().size();
        var given = new ArrayList<Window>();
        for (int i = 0; i < arguments.size(); i++) {
            var shape = arguments.get(i).shape();
            int time = i >= next.size() && i < end ? shape.size() : 0;
            int part = parts.split.get(i) ? partOf(shape) : 0;
            given.add(new Window(slots.get(i), 0, part, time, 0));
        }
        return given;
    }

    private List<Window> made(List<Integer> own, ToIntFunction<DType> slot) {
        int inputs = step.arguments().size();
        int histories = stage.outputs().size();
        var made = new ArrayList<Window>();
        for (int i = 0; i < results.size(); i++) {
            var result = results.get(i);
            if (i < histories) {
                int part = parts.count > 1 ? partOf(result.shape()) : 0;
                made.add(new Window(inputs + i, 0, part, result.shape().size(), 0));
            } else {
                made.add(
                        new Window(
                                slot.applyAsInt(result.dtype()),
                                own.get(i - histories),
                                sizeOfPart(result.dtype()),
                                0,
                                aligned(sizeInPart(result))));
            }
        }
        return made;
    }

    private ScanLoop.Space space(DType type, int begin, int firstType, List<DType> types) {
        int slot = firstType + types.indexOf(type);
        return new ScanLoop.Space(type, new Window(slot, begin, sizeOfPart(type), 0, 0));
    }

    /// Reserves memory in each part; returns where it begins.
    private int reserved(DType type, int size) {
        int begin = sizeOfPart(type);
        memory.put(type, begin + aligned(size));
        return begin;
    }

    /// How much memory a part has so far.
    private int sizeOfPart(DType type) {
        return memory.getOrDefault(type, 0);
    }

    private static int aligned(int size) {
        return Math.ceilDiv(size, PlanMemory.ALIGNMENT) * PlanMemory.ALIGNMENT;
    }

    /// Elements of a result in a part.
    private int sizeInPart(Node result) {
        return parts.count > 1 ? partOf(result.shape()) : result.shape().size();
    }

    /// Elements from one part of a batch to the next.
    private int partOf(Shape shape) {
        return parts.samples * shape.drop(0).size();
    }
}
