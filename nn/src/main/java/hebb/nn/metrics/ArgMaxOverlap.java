package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;

/// The overlap of labels and predictions that are class numbers, or scores of all classes, of which
/// the largest counts.
///
/// @param <S> the class itself
public abstract sealed class ArgMaxOverlap<S extends ArgMaxOverlap<S>> extends ClassOverlap<S>
        permits IoU, MeanIoU, OneHotIoU, OneHotMeanIoU {
    private final boolean labelsAreOneHot;
    private boolean sparseYTrue;
    private boolean sparseYPred;
    private Optional<Integer> ignoreClass = Optional.empty();
    private int axis = -1;

    /// Of labels that are one-hot always, as predictions are unless told otherwise; or of class
    /// numbers, unless told otherwise.
    ArgMaxOverlap(
            String name, int numClasses, Optional<int[]> targetClassIds, boolean labelsAreOneHot) {
        super(name, numClasses, targetClassIds);
        this.labelsAreOneHot = labelsAreOneHot;
        sparseYTrue = !labelsAreOneHot;
        sparseYPred = !labelsAreOneHot;
    }

    /// With labels of this class left out. Default: none.
    public final S ignoreClass(int ignoreClass) {
        return with(m -> own(m).ignoreClass = Optional.of(ignoreClass));
    }

    /// With classes along this axis, where labels or predictions are not class numbers. Default:
    /// the last.
    public final S axis(int axis) {
        return with(m -> own(m).axis = axis);
    }

    /// Whether predictions are class numbers, or scores of all classes. Default: class numbers
    /// where labels are.
    public final S sparseYPred(boolean sparse) {
        return with(m -> own(m).sparseYPred = sparse);
    }

    final S labelsAreNumbers(boolean sparse) {
        return with(m -> own(m).sparseYTrue = sparse);
    }

    private ArgMaxOverlap<S> own(S metric) {
        return metric;
    }

    @Override
    final Tensor labelled(Tensor yTrue) {
        return sparseYTrue ? yTrue : yTrue.argMax(axis);
    }

    @Override
    final Tensor predicted(Tensor yPred) {
        return sparseYPred ? yPred : yPred.argMax(axis);
    }

    @Override
    final Optional<Integer> ignored() {
        return ignoreClass;
    }

    @Override
    public final Options options() {
        var labels = Options.of("sparse_y_true", boolean.class, sparseYTrue, v -> sparseYTrue = v);
        return super.options()
                .and(classes())
                .and(targets())
                .optional("ignore_class", Integer.class, ignoreClass, v -> ignoreClass = v)
                .and(labelsAreOneHot ? Options.none() : labels)
                .and("sparse_y_pred", boolean.class, sparseYPred, v -> sparseYPred = v)
                .and("axis", int.class, axis, v -> axis = v);
    }
}
