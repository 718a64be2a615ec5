package hebb.core.grad;

import hebb.core.op.Adjoints;
import hebb.core.op.Broadcast;
import hebb.core.op.Node;
import hebb.core.op.Topology;
import hebb.core.shape.Broadcasting;
import hebb.core.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Reverse-mode differentiation: one walk from a result back to what it depends on.
///
/// The walk knows no op's rule. It keeps what has arrived at each node ([Arrivals]), and sums a
/// gradient back where its node was broadcast.
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
        var arrived = new IdentityHashMap<Node, Arrivals>();
        for (int i = 0; i < ys.size(); i++) {
            at(ys.get(i), arrived).add(dys.get(i));
        }
        var families = families(order);
        for (var node : order.reversed()) {
            if (wanted.contains(node)) {
                var outputs = families.getOrDefault(node, List.of(node));
                // an output is walked after all that was made of it, and the first after the others
                if (node == outputs.getFirst()) {
                    add(outputs, arrived, new At(node, wanted, arrived));
                }
            }
        }
        var gradients = new ArrayList<Node>();
        for (var input : inputs) {
            var g = arrived.get(input);
            gradients.add(g == null ? filled(0, input) : g.sum());
        }
        return gradients;
    }

    /// Adds what the outputs of one computation pass on to its inputs, if anything arrived at them.
    private static void add(List<Node> outputs, Map<Node, Arrivals> arrived, Adjoints to) {
        var ys = outputs.stream().filter(arrived::containsKey).toList();
        if (!ys.isEmpty()) {
            var dys = ys.stream().map(y -> at(y, arrived).sum()).toList();
            var op = ys.getFirst().op();
            var family = op.family();
            if (family == null) {
                op.gradient(ys.getFirst(), dys.getFirst(), to);
            } else {
                family.gradients(ys, dys, to);
            }
        }
    }

    /// For each node whose op has a family, all that have it and the same inputs, in this order.
    private static Map<Node, List<Node>> families(List<Node> order) {
        Map<List<Object>, List<Node>> found = new HashMap<>();
        Map<Node, List<Node>> families = new HashMap<>();
        for (var node : order) {
            var family = node.op().family();
            if (family != null) {
                var key = List.of(family, node.inputs());
                var members = found.computeIfAbsent(key, _ -> new ArrayList<>());
                members.add(node);
                families.put(node, members);
            }
        }
        return families;
    }

    private static Arrivals at(Node node, Map<Node, Arrivals> arrived) {
        return arrived.computeIfAbsent(node, _ -> new Arrivals());
    }

    /// What the walk asks of one node's op.
    private record At(Node node, Set<Node> wanted, Map<Node, Arrivals> arrived)
            implements Adjoints {
        @Override
        public void add(int index, Supplier<Node> gradient) {
            var input = node.input(index);
            if (wanted.contains(input) && input.dtype().isFloating()) {
                at(input, arrived).add(unbroadcast(gradient.get(), input.shape()));
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
