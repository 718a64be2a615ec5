package hebb.nn.layers;

import hebb.core.shape.DType;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which steps attention may see, and what attention layers are told at a call.
final class AttentionMasks {
    private static final String CAUSAL = "use_causal_mask";
    private static final String SCORES = "return_attention_scores";

    private AttentionMasks() {}

    /// True where a step (first axis) is not before another (second axis).
    static Tensor of(int steps, int others) {
        return place(steps, others, 0).greaterEqual(place(steps, others, 1));
    }

    /// True where two steps are less than `window` apart.
    static Tensor near(int steps, int others, int window) {
        return place(steps, others, 0).sub(place(steps, others, 1)).abs().less(window);
    }

    private static Tensor place(int steps, int others, int axis) {
        return Tensor.iota(new Spec(Shape.of(steps, others), DType.INT32), axis);
    }

    static boolean isUsed(Scope s) {
        return s.argument(CAUSAL).equals(Optional.of(true));
    }

    static boolean returnsScores(Scope s) {
        return s.argument(SCORES).equals(Optional.of(true));
    }

    static Map<String, Object> arguments(boolean causal, boolean scores) {
        var arguments = new TreeMap<String, Object>();
        if (causal) {
            arguments.put(CAUSAL, true);
        }
        if (scores) {
            arguments.put(SCORES, true);
        }
        return arguments;
    }
}
