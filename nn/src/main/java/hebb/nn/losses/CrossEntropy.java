package hebb.nn.losses;

import hebb.core.tensor.Tensor;
import hebb.nn.math.Norms;
import java.util.stream.IntStream;

/// What the cross-entropies share: logarithms of probabilities, whatever predictions are.
final class CrossEntropy {
    private CrossEntropy() {}

    /// The logarithms of probabilities over the last axis. Of predictions that a softmax has just
    /// made, its input is taken; probabilities are kept 1e-7 away from 0 and 1.
    static Tensor logProbabilities(Tensor predictions, boolean fromLogits) {
        var logits = predictions.softmaxInput();
        if (logits.isPresent() || fromLogits) {
            return logits.orElse(predictions).logSoftmax();
        }
        return normed(predictions).log();
    }

    /// Probabilities over the last axis, made to sum to 1, kept 1e-7 away from 0 and 1.
    static Tensor normed(Tensor predictions) {
        return inside(predictions.div(predictions.sumKeepDims(-1)));
    }

    private static Tensor inside(Tensor probabilities) {
        return probabilities.clip(Norms.EPSILON, 1 - Norms.EPSILON);
    }

    /// The cross-entropy of each label, from 0 to 1, and its prediction. Of predictions that a
    /// sigmoid has just made, its input is taken.
    static Tensor binary(Tensor y, Tensor yPred, boolean fromLogits) {
        var logits = yPred.sigmoidInput();
        if (logits.isPresent() || fromLogits) {
            var x = logits.orElse(yPred);
            return x.softplus().sub(x.mul(y));
        }
        var p = inside(yPred);
        return y.mul(p.log()).add(rest(y).mul(rest(p).log())).neg();
    }

    /// `1 - x`.
    static Tensor rest(Tensor x) {
        return Tensor.scalar(1, x.dtype()).sub(x);
    }

    /// `x` with an axis moved to the end, where nothing happens to the last one.
    static Tensor last(Tensor x, int axis) {
        int a = x.shape().axis(axis);
        if (a == x.rank() - 1) {
            return x;
        }
        var others = IntStream.range(0, x.rank()).filter(i -> i != a);
        return x.transpose(IntStream.concat(others, IntStream.of(a)).toArray());
    }
}
