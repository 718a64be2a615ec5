package hebb.core.op;

import static java.util.Objects.requireNonNull;

import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The gradient rule of [Scan] and [ScanCarry]: makes the step of the loop that runs back.
///
/// Its states are the gradients of the first loop's states, which begin with what arrives at the
/// last states; its sequences are what arrives at the histories, what the first loop was given, and
/// those of its values which the gradients need and which cost more to compute again than to read.
final class ScanGradient {
    private final Recurrence.Loop loop;
    private final Recurrence step;
    private final List<Node> given; // the inputs of the first loop
    private final Adjoints to;
    private final Map<Node, Node> last = new HashMap<>(); // state to what arrives at its last value
    private final Map<Node, Node> emitted = new LinkedHashMap<>(); // what arrives, to where
    private final List<Node> states = new ArrayList<>(); // the first loop's that have gradients
    private final List<Node> adjoints = new ArrayList<>(); // the states of the loop back
    private final Map<Node, Node> sequences =
            new LinkedHashMap<>(); // argument to what it stands for
    private final Map<Node, Node> rebuilt = new HashMap<>();
    private final List<Node> ofInputs; // the gradients of states, sequences, constants; in a step
    private final Recurrence.Closed back;
    private final List<Node> inputs = new ArrayList<>(); // of the loop back

    private ScanGradient(Recurrence.Loop loop, List<Node> ys, List<Node> dys, Adjoints to) {
        this.loop = loop;
        this.step = loop.step();
        this.given = ys.getFirst().inputs();
        this.to = to;
        for (int i = 0; i < ys.size(); i++) {
            arrives(ys.get(i).op(), dys.get(i));
        }
        this.ofInputs = inStep();
        this.back = loopBack();
        states.forEach(s -> inputs.add(last.getOrDefault(s, zeros(s))));
        back.step().sequences().forEach(s -> inputs.add(sequences.get(s)));
        inputs.addAll(back.captured());
    }

    /// Adds the gradients with respect to the inputs of a loop, of which the nodes `ys` keep
    /// something; each of them once.
    static void add(Recurrence.Loop loop, List<Node> ys, List<Node> dys, Adjoints to) {
        new ScanGradient(loop, ys, dys, to).add();
    }

    private void arrives(Op op, Node dy) {
        switch (op) {
            case ScanCarry c -> last.merge(step.states().get(c.state()), dy, Node::plus);
            case Scan scan -> {
                var arriving = argument("arriving", scan.emitted().spec());
                sequences.put(arriving, dy);
                emitted.put(arriving, scan.emitted());
            }
            default -> throw new IllegalArgumentException(op + " keeps nothing of a loop");
        }
    }

    /// The gradients with respect to all of the step's arguments, in terms of the outer graph and
    /// of the arguments of the step back.
    private List<Node> inStep() {
        var ys = new ArrayList<Node>();
        var dys = new ArrayList<Node>();
        var live = live();
        for (int i = 0; i < step.states().size(); i++) {
            var state = step.states().get(i);
            if (state.dtype().isFloating() && live.contains(state)) {
                var adjoint = argument("adjoint", state.spec());
                states.add(state);
                adjoints.add(adjoint);
                ys.add(step.next().get(i));
                dys.add(adjoint);
            }
        }
        ys.addAll(emitted.values());
        dys.addAll(emitted.keySet());
        var gradients = to.within(ys, dys, step.arguments());
        replaceArguments(ys);
        return gradients.stream().map(this::rebuilt).toList();
    }

    /// The states on which anything depends that is kept.
    private Set<Node> live() {
        var kept = new ArrayList<>(emitted.values());
        for (var state : last.keySet()) {
            kept.add(step.next().get(step.states().indexOf(state)));
        }
        var live = step.statesBehind(kept);
        live.addAll(last.keySet());
        return live;
    }

    /// Says for the leaves of the gradients what they become: constants of the step are the outer
    /// graph's nodes, all else what was at that time is read from a history.
    private void replaceArguments(List<Node> ys) {
        int firstConstant = step.arguments().size() - step.constants().size();
        for (int i = 0; i < step.arguments().size(); i++) {
            var node = step.arguments().get(i);
            if (i >= firstConstant) {
                rebuilt.put(node, given.get(i));
            } else {
                boolean isState = i < step.states().size();
                sequences.put(node, isState ? history(node) : given.get(i));
                rebuilt.put(node, node);
            }
        }
        Set<Node> changing = new HashSet<>(step.states());
        changing.addAll(step.sequences());
        for (var node : Topology.of(ys)) {
            if (!changing.contains(node) && node.inputs().stream().anyMatch(changing::contains)) {
                changing.add(node);
                if (isCostly(node.op())) {
                    var saved = argument("saved", node.spec());
                    sequences.put(saved, history(node));
                    rebuilt.put(node, saved);
                }
            }
        }
    }

    /// Whether it costs more to compute than to read.
    private static boolean isCostly(Op op) {
        return switch (op) {
            case Binary b -> b == Binary.POW;
            case Unary u -> u != Unary.NEG && u != Unary.NOT;
            case Argument _,
                    Broadcast _,
                    Cast _,
                    Compare _,
                    Concat _,
                    Constant _,
                    CustomGradient _,
                    Iota _,
                    Pad _,
                    Reshape _,
                    Reverse _,
                    Select _,
                    Slice _,
                    Transpose _ ->
                    false;
            default -> true;
        };
    }

    private Node rebuilt(Node root) {
        for (var node : Topology.of(List.of(root))) {
            if (!rebuilt.containsKey(node)) {
                var below = node.inputs().stream().map(rebuilt::get).toList();
                rebuilt.put(node, below.equals(node.inputs()) ? node : Node.of(node.op(), below));
            }
        }
        return requireNonNull(rebuilt.get(root));
    }

    private Recurrence.Closed loopBack() {
        var next = new ArrayList<Node>();
        for (var state : states) {
            next.add(ofInputs.get(step.states().indexOf(state)));
        }
        var wanted = new ArrayList<Node>();
        int firstConstant = step.arguments().size() - step.constants().size();
        for (int i = step.states().size(); i < ofInputs.size(); i++) {
            if (!isZero(ofInputs.get(i))) {
                if (i < firstConstant) {
                    wanted.add(ofInputs.get(i));
                } else {
                    terms(ofInputs.get(i)).forEach(t -> wanted.addAll(overTime(t)));
                }
            }
        }
        var roots = new ArrayList<>(next);
        wanted.stream().filter(w -> !sequences.containsKey(w)).forEach(roots::add);
        var read = new HashSet<>(Topology.of(roots));
        var needed = new ArrayList<>(sequences.keySet());
        needed.removeIf(s -> !read.contains(s));
        if (needed.isEmpty()) {
            needed.add(step.sequences().getFirst()); // for its length
        }
        roots.subList(0, next.size()).clear();
        return Recurrence.close(adjoints, needed, next, roots);
    }

    /// Leaves the gradients with respect to the inputs of the first loop.
    private void add() {
        int firstSequence = step.states().size();
        int firstConstant = step.arguments().size() - step.constants().size();
        for (int i = 0; i < ofInputs.size(); i++) {
            var gradient = ofInputs.get(i);
            int state = i < firstSequence ? states.indexOf(step.arguments().get(i)) : -1;
            if (state >= 0) {
                var op = new ScanCarry(back.step(), state, !loop.reverse());
                to.add(i, () -> Node.of(op, inputs));
            } else if (i >= firstSequence && !isZero(gradient)) {
                if (i < firstConstant) {
                    to.add(i, () -> backwards(gradient));
                } else {
                    to.add(
                            i,
                            () ->
                                    terms(gradient).stream()
                                            .map(this::summed)
                                            .reduce(Node::plus)
                                            .orElseThrow());
                }
            }
        }
    }

    /// What is added up to a gradient.
    private static List<Node> terms(Node sum) {
        if (sum.op() != Binary.ADD) {
            return List.of(sum);
        }
        var terms = new ArrayList<>(terms(sum.input(0)));
        terms.addAll(terms(sum.input(1)));
        return terms;
    }

    /// Of what the history is needed to sum up a term over all times.
    private static List<Node> overTime(Node term) {
        return isProduct(term) ? term.inputs() : List.of(summand(term));
    }

    /// Whether a term is a sum over samples that a sum over samples and times can replace.
    private static boolean isProduct(Node term) {
        return switch (term.op()) {
            case MatMul m ->
                    m.transposeA()
                            && !m.transposeB()
                            && term.input(0).shape().rank() == 2
                            && term.input(1).shape().rank() == 2;
            case ConvolutionKernelGradient _ -> true;
            default -> false;
        };
    }

    /// What a term is the sum of, if it is one.
    private static Node summand(Node term) {
        return isSum(term) ? summand(term.input(0)) : term;
    }

    private static boolean isSum(Node term) {
        return switch (term.op()) {
            case Reduce r -> r.kind() == Reduce.Kind.SUM;
            case Reshape _ -> isSum(term.input(0));
            default -> false;
        };
    }

    /// A term summed over all times.
    private Node summed(Node term) {
        return isProduct(term)
                ? Node.of(term.op(), joined(term.input(0)), joined(term.input(1)))
                : Reduce.of(Reduce.Kind.SUM, overAllTimes(term), 0).reshape(term.shape());
    }

    /// The history of a term, which is summed outside of the loop if it is a sum.
    private Node overAllTimes(Node term) {
        if (!isSum(term)) {
            return backwards(term);
        }
        var below = overAllTimes(term.input(0));
        return term.op() instanceof Reduce r
                ? Node.of(new Reduce(r.kind(), r.axes().stream().map(a -> a + 1).toList()), below)
                : below.reshape(term.shape().prepend(below.shape().dim(0)));
    }

    /// The history of a node of the loop back with time and samples as one axis.
    private Node joined(Node node) {
        var history = backwards(node);
        var shape = history.shape().slice(2, history.shape().rank());
        return history.reshape(shape.prepend(Shape.UNKNOWN));
    }

    /// The history of a node of the loop back.
    private Node backwards(Node node) {
        var sequence = sequences.get(node);
        if (sequence != null) {
            return sequence;
        }
        return Node.of(new Scan(back.step(), back.inner(node), !loop.reverse()), inputs);
    }

    /// The history of a node of the first loop.
    private Node history(Node node) {
        return Node.of(new Scan(step, node, loop.reverse()), given);
    }

    private static boolean isZero(Node node) {
        return node.op() instanceof Broadcast
                && node.input(0).op().equals(Constant.scalar(0, node.dtype()));
    }

    private static Node zeros(Node like) {
        return Node.of(new Broadcast(like.shape()), Node.scalar(0, like.dtype()));
    }

    private static Node argument(String name, Spec spec) {
        return Node.of(new Argument(name, spec));
    }
}
