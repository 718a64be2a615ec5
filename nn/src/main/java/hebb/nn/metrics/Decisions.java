package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.math.Ranks;
import java.util.Optional;

/// What predictions say at each of several thresholds, beside what is true: (thresholds, numbers),
/// or (thresholds, samples, labels) where labels are kept apart.
///
/// @param truth 1 or 0, times how much it counts; of all thresholds alike
/// @param lie `1 - truth`, times how much it counts
/// @param yes whether predictions say so (bool)
record Decisions(Tensor truth, Tensor lie, Tensor yes) {
    /// Below everything that a prediction can be: what is not among the largest is moved there.
    static final double NEVER = -1e10;

    /// How predictions and labels are looked at before they are compared with thresholds.
    ///
    /// @param topK only that many largest predictions of a row count as made
    /// @param classId only this place of the last axis counts
    /// @param apart whether the labels of the last axis are kept apart
    record View(Optional<Integer> topK, Optional<Integer> classId, boolean apart) {
        static final View WHOLE = new View(Optional.empty(), Optional.empty(), false);
    }

    static Decisions of(
            Thresholds thresholds, View view, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        var p = Ranks.like(yPred, yTrue);
        var y = Ranks.like(yTrue, yPred).notEqual(0).cast(p.dtype());
        if (view.topK.isPresent()) {
            p = largest(p, view.topK.get());
        }
        if (view.classId.isPresent()) {
            p = only(p, view.classId.get());
            y = only(y, view.classId.get());
        }
        var counts = counts(weight, p);
        var truth = counts.map(y::mul).orElse(y);
        var rest = Tensor.scalar(1, y.dtype()).sub(y);
        var lie = counts.map(rest::mul).orElse(rest);
        int last = view.apart ? p.dim(-1) : 1;
        return new Decisions(
                truth.reshape(1, -1, last),
                lie.reshape(1, -1, last),
                thresholds.passed(p.reshape(1, -1, last)));
    }

    Tensor truePositives() {
        return sum(truth, yes);
    }

    Tensor falsePositives() {
        return sum(lie, yes);
    }

    Tensor trueNegatives() {
        return sum(lie, yes.not());
    }

    Tensor falseNegatives() {
        return sum(truth, yes.not());
    }

    /// (thresholds, labels)
    private static Tensor sum(Tensor amount, Tensor where) {
        return Tensor.where(where, amount, Tensor.scalar(0, amount.dtype())).sum(1);
    }

    private static Optional<Tensor> counts(Optional<Tensor> weight, Tensor p) {
        return weight.map(w -> {
            var wide = w.cast(p.dtype()).expandDims(-1);
            var fitting = wide.rank() == p.rank() + 1 ? wide.squeeze(-1) : wide;
            return fitting.broadcastTo(p.shape());
        });
    }

    private static Tensor only(Tensor x, int classId) {
        if (x.rank() < 2 || classId >= x.dim(-1)) {
            throw HebbException.of("class_id", "there is no such class in the predictions")
                    .received(classId + ", shape " + x.shape())
                    .expected("(batch, …, classes), with more than " + classId + " classes");
        }
        return x.slice(-1, classId, classId + 1);
    }

    /// Of equal ones the first count as larger.
    private static Tensor largest(Tensor p, int k) {
        int n = p.dim(-1);
        var mine = p.expandDims(-1);
        var others = p.expandDims(-2);
        var places = new Spec(Shape.of(n, n), DType.INT32);
        var isBefore = Tensor.iota(places, 1).less(Tensor.iota(places, 0));
        var above = others.greater(mine).or(others.equal(mine).and(isBefore));
        return Tensor.where(above.sum(-1).less(k), p, Tensor.scalar(NEVER, p.dtype()));
    }
}
