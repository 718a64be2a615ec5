package hebb.cpu;

import hebb.core.op.Broadcast;
import hebb.core.op.MaxPoolGradient;
import hebb.core.op.Node;
import hebb.core.op.Reduce;
import hebb.core.plan.Stage;
import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.cpu.window.WindowKernels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Joins what computes a gradient sample by sample with the sum over each sample's positions, the
/// first half of a bias's gradient: so each sample is summed while it is in the cache.
final class SampleSums {
    private static final int FEWEST_SAMPLES = 8; // so that threads can share them

    private SampleSums() {}

    /// The same stages, some of them joined; the order is one in which they could run.
    static List<Stage> joined(List<Stage> stages) {
        Map<Node, Stage> makers = new HashMap<>();
        for (var stage : stages) {
            var first = stage.nodes().getFirst();
            boolean copies = first.op() instanceof Broadcast && stage.nodes().size() == 1;
            boolean pooling =
                    first.op() instanceof MaxPoolGradient g && WindowKernels.foldsRelu(g, first);
            if ((stage.isPointwise() && !copies) || pooling) {
                stage.outputs().forEach(output -> makers.put(output, stage));
            }
        }
        Map<Stage, Stage> sums = new HashMap<>(); // by what is summed
        for (var stage : stages) {
            var maker = sumsSamples(stage) ? makers.get(stage.inputs().getFirst()) : null;
            if (maker != null) {
                sums.putIfAbsent(maker, stage);
            }
        }
        var result = new ArrayList<Stage>();
        for (var stage : stages) {
            var sum = sums.get(stage);
            if (sum != null) {
                result.add(join(stage, sum));
            } else if (!sums.containsValue(stage)) {
                result.add(stage);
            }
        }
        return result;
    }

    private static boolean sumsSamples(Stage stage) {
        var node = stage.nodes().getFirst();
        return node.op() instanceof Reduce sum
                && sum.kind() == Reduce.Kind.SUM
                && node.dtype() == DType.FLOAT32
                && sum.axes().equals(positions(node.input(0).shape()))
                && node.shape().dim(0) >= FEWEST_SAMPLES;
    }

    /// All axes but the first and the last.
    private static List<Integer> positions(Shape shape) {
        return shape.rank() < 3
                ? List.of(-1)
                : IntStream.range(1, shape.rank() - 1).boxed().toList();
    }

    private static Stage join(Stage stage, Stage sum) {
        var nodes = new ArrayList<>(stage.nodes());
        nodes.addAll(sum.nodes());
        var outputs = new HashSet<>(stage.outputs());
        outputs.addAll(sum.outputs());
        return Stage.of(nodes, outputs);
    }
}
