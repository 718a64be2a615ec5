package hebb.core.grad;

import hebb.core.op.Adjoints;
import hebb.core.op.Broadcast;
import hebb.core.op.Node;
import hebb.core.op.Topology;
import hebb.core.shape.Broadcasting;
import hebb.core.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Reverse-mode differentiation: one walk from a result back to what it depends on.
///
/// The walk knows no op's rule. It keeps the sum of what has arrived at each node, in the order of
/// arrival, and sums a gradient back where its node was broadcast.
public final class Gradients {
    private Gradients() {}

    /// The gradients of the sum of `y`'s elements with respect to each of `inputs`, in their order
    /// and shapes; zeros where `y` does not depend on one.
    public static List<Node> of(Node y, List<Node> inputs) {
        return of(List.of(y), List.of(filled(1, y)), inputs);
    }

    /// The gradients of the sum of `ys` times `dys`, element by element.
    public static List<Node> of(List<Node> ys, List<Node> dys, List<Node> inputs) {
        var order = Topology.of(ys);
        var wanted = dependents(order, inputs);
        var arrived = new IdentityHashMap<Node, Node>();
        for (int i = 0; i < ys.size(); i++) {
            arrived.merge(ys.get(i), dys.get(i), Node::plus);
        }
        for (var node : order.reversed()) {
            var dy = arrived.get(node);
            if (dy != null && wanted.contains(node)) {
                node.op().gradient(node, dy, new At(node, wanted, arrived));
            }
        }
        var gradients = new ArrayList<Node>();
        for (var input : inputs) {
            var g = arrived.get(input);
            gradients.add(g == null ? filled(0, input) : g);
        }
        return gradients;
    }

    /// What the walk asks of one node's op.
    private record At(Node node, Set<Node> wanted, Map<Node, Node> arrived) implements Adjoints {
        @Override
        public void add(int index, Supplier<Node> gradient) {
            var input = node.input(index);
            if (wanted.contains(input) && input.dtype().isFloating()) {
                var g = unbroadcast(gradient.get(), input.shape());
                arrived.merge(input, g, Node::plus);
            }
        }

        @Override
        public List<Node> within(List<Node> ys, List<Node> dys, List<Node> inputs) {
            return of(ys, dys, inputs);
        }
    }

    private static Set<Node> dependents(List<Node> order, List<Node> inputs) {
        Set<Node> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(inputs);
        for (var node : order) {
            if (node.inputs().stream().anyMatch(wanted::contains)) {
                wanted.add(node);
            }
        }
        return wanted;
    }

    private static Node unbroadcast(Node gradient, Shape shape) {
        if (gradient.shape().equals(shape)) {
            return gradient;
        }
        return gradient.sum(Broadcasting.repeatedAxes(shape, gradient.shape())).reshape(shape);
    }

    private static Node filled(double value, Node like) {
        return Node.of(new Broadcast(like.shape()), Node.scalar(value, like.dtype()));
    }
}
