package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import java.util.Optional;

/// The mean over the classes 0 and 1 of the overlap of labels and predictions, `both / (labelled +
/// predicted - both)`, where a prediction of the threshold or more is class 1.
///
/// Defaults: both classes, `threshold` 0.5.
public final class BinaryIoU extends ClassOverlap<BinaryIoU> {
    private double threshold = 0.5;

    private BinaryIoU(int... targetClassIds) {
        super("binary_io_u", 2, Optional.of(targetClassIds.clone()));
    }

    /// Over both classes.
    public static BinaryIoU of() {
        return new BinaryIoU(0, 1);
    }

    /// Over these classes: 0, 1, or both.
    public static BinaryIoU of(int... targetClassIds) {
        return new BinaryIoU(targetClassIds);
    }

    /// With class 1 from this number on. Default: 0.5.
    public BinaryIoU threshold(double threshold) {
        return with(m -> m.threshold = threshold);
    }

    @Override
    Tensor labelled(Tensor yTrue) {
        return yTrue;
    }

    @Override
    Tensor predicted(Tensor yPred) {
        return yPred.greaterEqual(threshold);
    }

    @Override
    public Options options() {
        return super.options()
                .and(targets())
                .and("threshold", double.class, threshold, v -> threshold = v);
    }
}
