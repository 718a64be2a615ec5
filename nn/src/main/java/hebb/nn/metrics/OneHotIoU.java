package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;

/// The mean over some classes of the overlap of labels and predictions, `both / (labelled +
/// predicted - both)`, of one-hot labels; classes that never occur do not count.
///
/// Defaults: predictions are scores of all classes, none ignored.
public final class OneHotIoU extends ClassOverlap<OneHotIoU> {
    private boolean sparseYPred;

    private OneHotIoU(int numClasses, int... targetClassIds) {
        super("one_hot_io_u", numClasses, Optional.of(targetClassIds.clone()));
    }

    /// Over these classes of so many.
    public static OneHotIoU of(int numClasses, int... targetClassIds) {
        return new OneHotIoU(numClasses, targetClassIds);
    }

    /// With labels of this class left out. Default: none.
    public OneHotIoU ignoreClass(int ignoreClass) {
        return ignored(ignoreClass);
    }

    /// With classes along this axis, where labels or predictions are not class numbers. Default:
    /// the last.
    public OneHotIoU axis(int axis) {
        return along(axis);
    }

    /// Whether predictions are class numbers. Default: they are scores of all classes.
    public OneHotIoU sparseYPred(boolean sparse) {
        return with(m -> m.sparseYPred = sparse);
    }

    @Override
    Tensor labelled(Tensor yTrue) {
        return largest(yTrue);
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
                .and("sparse_y_pred", boolean.class, sparseYPred, v -> sparseYPred = v)
                .and(axis());
    }
}
