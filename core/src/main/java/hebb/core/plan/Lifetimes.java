package hebb.core.plan;

import static java.util.Objects.requireNonNull;

import hebb.core.op.Broadcast;
import hebb.core.op.Node;
import hebb.core.op.Reshape;
import hebb.core.plan.PlanMemory.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From when to when each computed value is needed. An output of a pointwise stage takes over the
/// buffer of an input of its size that nothing reads afterwards.
public final class Lifetimes {
    private final Map<Node, Buffer> buffers = new HashMap<>();
    private final List<Buffer> all = new ArrayList<>();

    private Lifetimes() {}

    /// Of all outputs of these stages, which run in this order, but for those in `elsewhere`: they
    /// have their place.
    public static Lifetimes of(List<Stage> stages, Set<Node> elsewhere) {
        var lifetimes = new Lifetimes();
        var last = new HashMap<Node, Integer>();
        for (int i = 0; i < stages.size(); i++) {
            for (var input : stages.get(i).inputs()) {
                last.put(Views.root(input), i);
            }
        }
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var inherited = new HashSet<Buffer>();
            for (var output : stage.outputs()) {
                if (!elsewhere.contains(output)) {
                    var buffer = lifetimes.dying(stage, output, i, inherited);
                    if (buffer == null) {
                        buffer = new Buffer(output.dtype(), output.shape().size(), i, i);
                        lifetimes.all.add(buffer);
                    }
                    inherited.add(buffer);
                    buffer.keepUntil(last.getOrDefault(output, i));
                    lifetimes.buffers.put(output, buffer);
                }
            }
        }
        return lifetimes;
    }

    private @Nullable Buffer dying(Stage stage, Node output, int now, Set<Buffer> taken) {
        for (var input : stage.inputs()) {
            var buffer = buffers.get(Views.root(input));
            if (buffer != null
                    && buffer.last() == now
                    && buffer.dtype() == output.dtype()
                    && buffer.size() == output.shape().size()
                    && !taken.contains(buffer)
                    && stage.isPointwiseIn(Views.root(input))
                    && !isReadBehind(stage, output, Views.root(input))) {
                return buffer;
            }
        }
        return null;
    }

    /// Whether a node of the stage that comes behind `output` reads the elements of `root`.
    public static boolean isReadBehind(Stage stage, Node output, Node root) {
        var nodes = stage.nodes();
        for (int i = nodes.indexOf(output) + 1; i < nodes.size(); i++) {
            if (nodes.get(i).inputs().stream().anyMatch(in -> repeats(in, root))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the elements of `node` are those of `root`, if need be repeated: a loop reads them
    /// where it uses them.
    private static boolean repeats(Node node, Node root) {
        var n = node;
        while (n != root && (n.op() instanceof Reshape || n.op() instanceof Broadcast)) {
            n = n.input(0);
        }
        return n == root;
    }

    /// The buffer of a stage's output; the same as another's if it took it over.
    public Buffer buffer(Node output) {
        return requireNonNull(buffers.get(output));
    }

    /// Whether it has one: it is computed and does not lie elsewhere.
    public boolean contains(Node root) {
        return buffers.containsKey(root);
    }

    /// Every buffer once.
    public List<Buffer> all() {
        return List.copyOf(all);
    }
}
