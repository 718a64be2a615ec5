package hebb.core.tensor;

import hebb.core.op.Argument;
import hebb.core.op.Constant;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One recording of a function of tensors: its inputs, the variables it reads, those it writes.
final class Trace {
    private static final ScopedValue<@Nullable Trace> CURRENT = ScopedValue.newInstance();

    private final List<Node> inputs = new ArrayList<>();
    private final Map<Variable, Node> read = new LinkedHashMap<>();
    private final Map<Variable, Node> written = new LinkedHashMap<>();
    private final IdentityHashMap<Tensor, Node> constants = new IdentityHashMap<>();

    /// The recording under way on this thread, if there is one.
    static @Nullable Trace current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /// Runs `work` as if no recording were under way.
    static <T> T suspended(Supplier<T> work) {
        return ScopedValue.where(CURRENT, null).call(work::get);
    }

    /// Records `function` applied to inputs of these specs.
    static Recording record(List<Spec> specs, Function function) {
        var trace = new Trace();
        var inputs = new ArrayList<Tensor>();
        for (var spec : specs) {
            var node = Node.of(new Argument("input " + trace.inputs.size(), spec));
            trace.inputs.add(node);
            inputs.add(new Tensor(trace, node));
        }
        return ScopedValue.where(CURRENT, trace)
                .call(() -> {
                    var results = function.apply(inputs);
                    return trace.finish(results.stream().map(trace::node).toList());
                });
    }

    private Recording finish(List<Node> results) {
        var arguments = new ArrayList<>(inputs);
        var variables = new ArrayList<>(read.keySet());
        arguments.addAll(read.values());
        for (var variable : written.keySet()) {
            if (!read.containsKey(variable)) {
                variables.add(variable);
                arguments.add(argument(variable));
            }
        }
        var all = new ArrayList<>(results);
        var updates = new ArrayList<>(results.stream().map(r -> Graph.NEW).toList());
        written.forEach((variable, node) -> {
            all.add(node);
            updates.add(inputs.size() + variables.indexOf(variable));
        });
        return new Recording(new Graph(arguments, all, updates), variables, results.size());
    }

    /// The node of a tensor in this recording; one with a value enters as a constant.
    Node node(Tensor tensor) {
        if (tensor.trace() == this) {
            return tensor.node();
        }
        if (tensor.trace() != null) {
            throw HebbException.of("Traced", "a tensor of another, finished recording is used")
                    .received(tensor.spec())
                    .expected("tensors made in this call, inputs, variables and values")
                    .fix("return the tensor from the traced function, and pass its value on");
        }
        return constants.computeIfAbsent(tensor, t -> Node.of(new Constant(t.data(), t.spec())));
    }

    Tensor value(Variable variable) {
        var node = written.get(variable);
        return new Tensor(
                this, node != null ? node : read.computeIfAbsent(variable, this::argument));
    }

    void assign(Variable variable, Tensor value) {
        written.put(variable, node(value));
    }

    private Node argument(Variable variable) {
        return Node.of(new Argument(variable.name(), variable.spec()));
    }

    /// What is recorded.
    @FunctionalInterface
    interface Function {
        List<Tensor> apply(List<Tensor> inputs);
    }

    /// The outcome: the graph's arguments are the inputs and then the variables; its results are
    /// the function's and then the variables' new values.
    record Recording(Graph graph, List<Variable> variables, int returned) {}
}
