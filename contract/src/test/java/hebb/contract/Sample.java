package hebb.contract;

import hebb.core.op.Argument;
import hebb.core.op.Constant;
import hebb.core.op.Graph;
import hebb.core.op.Node;
import hebb.core.op.Op;
import hebb.core.shape.Spec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One row of the contract: an op and values to apply it to.
///
/// @param smooth the inputs near whose values the op is differentiable
record Sample(Op op, List<Constant> inputs, List<Integer> smooth) {
    /// At values where the op is differentiable in each floating input.
    static Sample of(Op op, Constant... inputs) {
        var all = List.of(inputs);
        var smooth =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i).spec().dtype().isFloating())
                        .boxed()
                        .toList();
        return new Sample(op, all, smooth);
    }

    /// At values where the derivative may not exist, or not be the one that the op defines.
    static Sample rough(Op op, Constant... inputs) {
        return new Sample(op, List.of(inputs), List.of());
    }

    /// The same, differentiable in these inputs.
    Sample smoothIn(Integer... inputs) {
        return new Sample(op, this.inputs, List.of(inputs));
    }

    List<Spec> specs() {
        return inputs.stream().map(Constant::spec).toList();
    }

    /// A node for each input.
    List<Node> arguments() {
        return specs().stream().map(spec -> Node.of(new Argument("x", spec))).toList();
    }

    /// The op applied to the arguments, or the argument itself.
    Node apply(List<Node> arguments) {
        return op instanceof Argument ? arguments.getFirst() : Node.of(op, arguments);
    }

    /// The op alone.
    Graph graph() {
        var arguments = arguments();
        return Graph.of(arguments, List.of(apply(arguments)));
    }

    /// The arrays of the inputs.
    Object[] arrays() {
        return inputs.stream().map(Constant::data).toArray();
    }

    @Override
    public String toString() {
        return op
                + specs().stream().map(Spec::toString).collect(Collectors.joining(", ", " (", ")"));
    }
}
