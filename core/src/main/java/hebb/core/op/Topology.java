package hebb.core.op;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/// The nodes under some results, each behind its inputs.
public final class Topology {
    private Topology() {}

    /// Depth first, in the order of the results and of each node's inputs; each node once. Does not
    /// recurse: graphs may be deep.
    public static List<Node> of(List<Node> results) {
        var order = new ArrayList<Node>();
        var entered = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        var stack = new ArrayDeque<Frame>();
        for (var result : results) {
            if (entered.add(result)) {
                stack.push(new Frame(result));
            }
            while (!stack.isEmpty()) {
                var top = stack.peek();
                if (top.next < top.node.inputs().size()) {
                    var input = top.node.input(top.next++);
                    if (entered.add(input)) {
                        stack.push(new Frame(input));
                    }
                } else {
                    order.add(stack.pop().node);
                }
            }
        }
        return order;
    }

    private static final class Frame {
        final Node node;
        int next;

        Frame(Node node) {
            this.node = node;
        }
    }
}
