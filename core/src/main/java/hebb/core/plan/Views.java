package hebb.core.plan;

import hebb.core.op.Argument;
import hebb.core.op.Constant;
import hebb.core.op.Node;
import hebb.core.op.Reshape;

/// Which nodes are only other names of elements that lie somewhere already.
public final class Views {
    private Views() {}

    /// The node whose elements these are: a reshape has those of its input.
    public static Node root(Node node) {
        var n = node;
        while (n.op() instanceof Reshape) {
            n = n.input(0);
        }
        return n;
    }

    /// Whether its elements have to be computed: it is neither given nor another name.
    public static boolean isComputed(Node node) {
        return switch (node.op()) {
            case Argument _, Constant _, Reshape _ -> false;
            default -> true;
        };
    }
}
