package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;

/// The mean over some classes of the overlap of labels and predictions, `both / (labelled +
/// predicted - both)`; 0 for classes that never occur, which do not count.
///
/// Defaults: labels and predictions are class numbers, none ignored.
public final class IoU extends ClassOverlap<IoU> {
    private boolean sparseYTrue = true;
    private boolean sparseYPred = true;

    private IoU(int numClasses, int... targetClassIds) {
        super("io_u", numClasses, Optional.of(targetClassIds.clone()));
    }

    /// Over these classes of so many.
    public static IoU of(int numClasses, int... targetClassIds) {
        return new IoU(numClasses, targetClassIds);
    }

    /// With labels of this class left out. Default: none.
    public IoU ignoreClass(int ignoreClass) {
        return ignored(ignoreClass);
    }

    /// With classes along this axis, where labels or predictions are not class numbers. Default:
    /// the last.
    public IoU axis(int axis) {
        return along(axis);
    }

    /// Whether labels are class numbers. Default: they are.
    public IoU sparseYTrue(boolean sparse) {
        return with(m -> m.sparseYTrue = sparse);
    }

    /// Whether predictions are class numbers. Default: they are.
    public IoU sparseYPred(boolean sparse) {
        return with(m -> m.sparseYPred = sparse);
    }

    @Override
    Tensor labelled(Tensor yTrue) {
        return sparseYTrue ? yTrue : largest(yTrue);
    }

    @Override
    Tensor predicted(Tensor yPred) {
        return sparseYPred ? yPred : largest(yPred);
    }

    @Override
    public Options options() {
        return super.options()
                .and(classes())
                .and(targets())
                .and(ignoring())
                .and("sparse_y_true", boolean.class, sparseYTrue, v -> sparseYTrue = v)
                .and("sparse_y_pred", boolean.class, sparseYPred, v -> sparseYPred = v)
                .and(axis());
    }
}
