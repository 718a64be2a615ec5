package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;

/// The mean over all classes of the overlap of labels and predictions, `both / (labelled +
/// predicted - both)`; classes that never occur do not count.
///
/// Defaults: labels and predictions are class numbers, none ignored.
public final class MeanIoU extends ClassOverlap<MeanIoU> {
    private boolean sparseYTrue = true;
    private boolean sparseYPred = true;

    private MeanIoU(int numClasses) {
        super("mean_io_u", numClasses, Optional.empty());
    }

    /// Over so many classes.
    public static MeanIoU of(int numClasses) {
        return new MeanIoU(numClasses);
    }

    /// With labels of this class left out. Default: none.
    public MeanIoU ignoreClass(int ignoreClass) {
        return ignored(ignoreClass);
    }

    /// With classes along this axis, where labels or predictions are not class numbers. Default:
    /// the last.
    public MeanIoU axis(int axis) {
        return along(axis);
    }

    /// Whether labels are class numbers. Default: they are.
    public MeanIoU sparseYTrue(boolean sparse) {
        return with(m -> m.sparseYTrue = sparse);
    }

    /// Whether predictions are class numbers. Default: they are.
    public MeanIoU sparseYPred(boolean sparse) {
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
                .and(ignoring())
                .and("sparse_y_true", boolean.class, sparseYTrue, v -> sparseYTrue = v)
                .and("sparse_y_pred", boolean.class, sparseYPred, v -> sparseYPred = v)
                .and(axis());
    }
}
