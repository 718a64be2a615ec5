package hebb.cpu;

import static java.util.Objects.requireNonNull;

import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Recurrence;
import hebb.core.op.Scan;
import hebb.core.op.ScanCarry;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Lowers a loop over time to a program for one step, which runs over windows of the sequences and
/// histories. Where no sample of the batch depends on another, each thread takes some of the
/// samples through all times.
///
/// The history of a state costs nothing where what the step makes of the state goes straight to the
/// state's next place in it.
final class ScanKernel {
    /// The steps of a part run on one thread.
    private static final Team ALONE = new Team(1);

    /// Fewer samples would leave the product's tiles half empty.
    private static final int FEWEST_SAMPLES = 8;

    private final Stage stage;
    private final Recurrence.Loop loop;
    private final Recurrence step;
    private final Lowering lowering;
    private final List<Node> arguments = new ArrayList<>(); // of the step: its states first
    private final List<Integer> slots = new ArrayList<>(); // of each argument
    private final List<Node> results = new ArrayList<>(); // of the step
    private final Map<Node, Integer> histories =
            new LinkedHashMap<>(); // of results, their output's number
    private final Map<Node, Integer> followed = new HashMap<>(); // the same of states' next values
    private final List<Integer> next = new ArrayList<>(); // the result that is each state's next
    private final Parts parts;
    private final Map<DType, Integer> memory = new EnumMap<>(DType.class); // of a part

    private ScanKernel(Recurrence.Loop loop, Stage stage, Lowering lowering) {
        this.stage = stage;
        this.loop = loop;
        this.step = loop.step();
        this.lowering = lowering;
        keep();
        var live = live();
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

    /// The kernel of a stage of what is kept of one loop.
    static Kernel of(Recurrence.Loop loop, Stage stage, Lowering lowering) {
        return new ScanKernel(loop, stage, lowering).kernel();
    }

    /// Says which of the step's nodes the histories are of.
    private void keep() {
        var states = new LinkedHashMap<Node, Integer>();
        for (int i = 0; i < stage.outputs().size(); i++) {
            if (stage.outputs().get(i).op() instanceof Scan s) {
                boolean isState = step.states().contains(s.emitted());
                (isState ? states : histories).put(s.emitted(), i);
            }
        }
        states.forEach((state, output) -> {
            var made = step.next().get(step.states().indexOf(state));
            boolean free = !histories.containsKey(made) && !followed.containsKey(made);
            if (free && !step.arguments().contains(made)) {
                followed.put(made, output);
            } else {
                histories.put(state, output);
            }
        });
        results.addAll(histories.keySet());
    }

    /// The states on which anything depends that is kept.
    private Set<Node> live() {
        var kept = new ArrayList<Node>();
        var states = new ArrayList<Node>();
        for (var output : stage.outputs()) {
            switch (output.op()) {
                case Scan s -> kept.add(s.emitted());
                case ScanCarry c -> {
                    kept.add(step.next().get(c.state()));
                    states.add(step.states().get(c.state()));
                }
                default -> throw new IllegalStateException(output + " is nothing of a loop");
            }
        }
        var live = step.statesBehind(kept);
        live.addAll(states);
        return live;
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
        var inputs = stage.outputs().getFirst().inputs();
        var lookedUp = inputs.stream().filter(this::isLookedUp).distinct().toList();
        var spaces = spaces();
        var own = own();
        var begins = lookedUp(inputs);
        var types = List.copyOf(memory.keySet());
        // slots: inputs, what is kept, numbers of rows to look up, memory
        int firstNumbers = inputs.size() + stage.outputs().size();
        int firstType = firstNumbers + lookedUp.size();
        ToIntFunction<DType> slot = type -> firstType + types.indexOf(type);
        int times = inputs.get(step.states().size()).shape().dim(0);
        var work =
                new ScanLoop(
                        parts.programs,
                        parts.count,
                        times,
                        loop.reverse(),
                        given(begins, slot),
                        lookups(inputs, lookedUp, firstNumbers),
                        made(own, slot),
                        next,
                        begins(),
                        ends(),
                        spaces.entrySet().stream()
                                .map(e -> space(e.getKey(), e.getValue(), firstType, types))
                                .toList());
        var roots = new ArrayList<Node>();
        inputs.forEach(x -> roots.add(Views.root(isLookedUp(x) ? x.input(0) : x)));
        roots.addAll(stage.outputs());
        lookedUp.forEach(x -> roots.add(Views.root(x.input(1))));
        var temporaries =
                types.stream()
                        .map(t -> new Kernel.Temporary(t, parts.count * sizeOfPart(t)))
                        .toList();
        return new Kernel(work.toString(), Work.of(work), roots, temporaries, DType.FLOAT32);
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
    private Map<Node, Integer> own() {
        var own = new HashMap<Node, Integer>();
        for (var r : results) {
            if (!histories.containsKey(r)) {
                own.put(r, reserved(r.dtype(), 2 * aligned(sizeInPart(r))));
            }
        }
        return own;
    }

    /// Whether the loop looks up this input's rows in their table itself.
    private boolean isLookedUp(Node input) {
        return stage.nodes().contains(input);
    }

    /// How many rows of an argument there are in each part but the last.
    private int rows(int argument) {
        return parts.split.get(argument) ? parts.samples : arguments.get(argument).shape().dim(0);
    }

    /// Reserves memory for the rows of a time that are looked up; where it begins, by argument.
    private Map<Integer, Integer> lookedUp(List<Node> inputs) {
        var begins = new HashMap<Integer, Integer>();
        for (int i = next.size(); i < arguments.size(); i++) {
            if (isLookedUp(inputs.get(slots.get(i)))) {
                var argument = arguments.get(i);
                begins.put(i, reserved(argument.dtype(), rows(i) * argument.shape().dim(1)));
            }
        }
        return begins;
    }

    private List<ScanLoop.Lookup> lookups(
            List<Node> inputs, List<Node> lookedUp, int firstNumbers) {
        var lookups = new ArrayList<ScanLoop.Lookup>();
        for (int i = next.size(); i < arguments.size(); i++) {
            var input = inputs.get(slots.get(i));
            if (isLookedUp(input)) {
                var shape = arguments.get(i).shape();
                int all = shape.dim(0);
                int rows = rows(i);
                boolean split = parts.split.get(i);
                int numbers = firstNumbers + lookedUp.indexOf(input);
                var window = new Window(numbers, 0, split ? rows : 0, all, 0);
                int last = split ? all - (parts.count - 1) * rows : rows;
                lookups.add(new ScanLoop.Lookup(i, slots.get(i), window, rows, last, shape.dim(1)));
            }
        }
        return lookups;
    }

    private List<Window> given(Map<Integer, Integer> lookedUp, ToIntFunction<DType> slot) {
        int end = next.size() + step.sequences().size();
        var given = new ArrayList<Window>();
        for (int i = 0; i < arguments.size(); i++) {
            var type = arguments.get(i).dtype();
            if (lookedUp.containsKey(i)) {
                int begin = requireNonNull(lookedUp.get(i));
                given.add(new Window(slot.applyAsInt(type), begin, sizeOfPart(type), 0, 0));
                continue;
            }
            var shape = arguments.get(i).shape();
            int time = i >= next.size() && i < end ? shape.size() : 0;
            int part = parts.split.get(i) ? partOf(shape) : 0;
            given.add(new Window(slots.get(i), 0, part, time, 0));
        }
        return given;
    }

    private List<ScanLoop.Made> made(Map<Node, Integer> own, ToIntFunction<DType> slot) {
        var made = new ArrayList<ScanLoop.Made>();
        for (var result : results) {
            var history = histories.get(result);
            if (history != null) {
                made.add(ScanLoop.Made.at(history(history, result, 0)));
                continue;
            }
            int size = sizeOfPart(result.dtype());
            int turn = aligned(sizeInPart(result));
            var begin = requireNonNull(own.get(result));
            var window = new Window(slot.applyAsInt(result.dtype()), begin, size, 0, turn);
            var following = followed.get(result);
            made.add(
                    following == null
                            ? ScanLoop.Made.at(window)
                            : new ScanLoop.Made(
                                    history(following, result, loop.reverse() ? -1 : 1), window));
        }
        return made;
    }

    /// Where in an output a history's value lies that belongs to a time, or to one a little later.
    private Window history(int output, Node node, int later) {
        int part = parts.count > 1 ? partOf(node.shape()) : 0;
        int size = node.shape().size();
        return new Window(step.arguments().size() + output, later * size, part, size, 0);
    }

    /// Where the first values of states go: the beginning of their histories.
    private List<ScanLoop.Copy> begins() {
        var begins = new ArrayList<ScanLoop.Copy>();
        for (int i = 0; i < next.size(); i++) {
            var output = followed.get(results.get(next.get(i)));
            if (output != null && keepsHistoryOf(arguments.get(i), output)) {
                begins.add(copy(i, history(output, arguments.get(i), 0)));
            }
        }
        return begins;
    }

    private boolean keepsHistoryOf(Node state, int output) {
        return stage.outputs().get(output).op() instanceof Scan s && s.emitted() == state;
    }

    /// Where the last values of states go.
    private List<ScanLoop.Copy> ends() {
        var ends = new ArrayList<ScanLoop.Copy>();
        for (int i = 0; i < stage.outputs().size(); i++) {
            if (stage.outputs().get(i).op() instanceof ScanCarry c) {
                var state = step.states().get(c.state());
                int part = parts.count > 1 ? partOf(state.shape()) : 0;
                var window = new Window(step.arguments().size() + i, 0, part, 0, 0);
                ends.add(copy(arguments.indexOf(state), window));
            }
        }
        return ends;
    }

    private ScanLoop.Copy copy(int state, Window to) {
        var shape = arguments.get(state).shape();
        int size = sizeInPart(arguments.get(state));
        return new ScanLoop.Copy(
                state, to, size, parts.count > 1 ? shape.size() - (parts.count - 1) * size : size);
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
