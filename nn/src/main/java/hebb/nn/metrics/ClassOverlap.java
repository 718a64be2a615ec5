package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
import hebb.nn.math.Norms;
import java.util.Optional;
import java.util.stream.IntStream;

/// The mean over some classes of `both / (labelled + predicted - both)`: intersection over union,
/// from a confusion matrix that is kept in int32 unless another type is given.
///
/// @param <S> the class itself
public abstract sealed class ClassOverlap<S extends ClassOverlap<S>> extends Metric<S>
        permits ArgMaxOverlap, BinaryIoU {
    private static final String MATRIX = "total_confusion_matrix";

    private int numClasses;
    private Optional<int[]> targetClassIds;

    ClassOverlap(String name, int numClasses, Optional<int[]> targetClassIds) {
        super(name, Direction.UP);
        this.numClasses = Require.positive(className(), "num_classes", numClasses);
        this.targetClassIds = targetClassIds;
        for (int id : targetClassIds.orElse(new int[0])) {
            if (id < 0 || id >= numClasses) {
                throw HebbException.of(className(), "there is no such class")
                        .received("class " + id + " of " + numClasses)
                        .expected("a number from 0 to " + (numClasses - 1));
            }
        }
    }

    /// Class numbers of labels.
    abstract Tensor labelled(Tensor yTrue);

    /// Class numbers of predictions.
    abstract Tensor predicted(Tensor yPred);

    /// The class whose labels do not count, if there is one.
    Optional<Integer> ignored() {
        return Optional.empty();
    }

    @Override
    public final void update(Scope s, Tensor yTrue, Tensor yPred, Optional<Tensor> weight) {
        var type = matrixType();
        var y = labelled(yTrue).cast(type).flatten();
        var p = predicted(yPred).cast(type).flatten();
        var known = isClass(y).and(isClass(p));
        var counted = ignored().map(c -> known.and(y.notEqual(c))).orElse(known);
        var zero = Tensor.scalar(0, type);
        var one = Tensor.scalar(1, type);
        var amount = weight.map(w -> w.cast(type).flatten().broadcastTo(y.shape())).orElse(one);
        var rows = Tensor.where(counted, y, zero).oneHot(numClasses).cast(DType.FLOAT32);
        var columns = Tensor.where(counted, p, zero).oneHot(numClasses).cast(DType.FLOAT32);
        var counts = Tensor.where(counted, amount, zero).cast(DType.FLOAT32).expandDims(1);
        var batch = rows.transpose().matmul(columns.mul(counts));
        s.update(MATRIX, matrix(s).add(batch.cast(type)));
    }

    private Tensor isClass(Tensor numbers) {
        return numbers.greaterEqual(0).and(numbers.less(numClasses));
    }

    private DType matrixType() {
        return dtype().orElse(DType.INT32);
    }

    private Tensor matrix(Scope s) {
        var spec = new Spec(Shape.of(numClasses, numClasses), matrixType());
        return s.state(MATRIX, spec, Initializer.zeros());
    }

    @Override
    public final Tensor result(Scope s) {
        var matrix = matrix(s).cast(DType.FLOAT32);
        var both = matrix.mul(Tensor.eye(numClasses)).sum(0);
        var any = matrix.sum(0).add(matrix.sum(1)).sub(both);
        var ids = Tensor.of(targetClassIds.orElse(IntStream.range(0, numClasses).toArray()));
        var some = any.take(ids, 0);
        var isThere = some.greater(1e-9);
        var shares = both.take(ids, 0).div(some.add(Norms.EPSILON));
        var zero = Tensor.scalar(0, DType.FLOAT32);
        var count = isThere.cast(DType.FLOAT32).sum();
        return Tensor.where(isThere, shares, zero).sum().div(count.add(Norms.EPSILON));
    }

    final Options classes() {
        return Options.of("num_classes", int.class, numClasses, v -> numClasses = v);
    }

    /// The option `target_class_ids`, of metrics that were given some.
    final Options targets() {
        return targetClassIds
                .map(ids ->
                        Options.of(
                                "target_class_ids",
                                int[].class,
                                ids.clone(),
                                v -> targetClassIds = Optional.of(v.clone())))
                .orElseGet(Options::none);
    }
}
