package hebb.nn.metrics;

import java.util.Optional;

/// The mean over all classes of the overlap of labels and predictions, `both / (labelled +
/// predicted - both)`; classes that never occur do not count.
///
/// Defaults: labels and predictions are class numbers, none ignored.
public final class MeanIoU extends ArgMaxOverlap<MeanIoU> {
    private MeanIoU(int numClasses) {
        super("mean_io_u", numClasses, Optional.empty(), false);
    }

    /// Over so many classes.
    public static MeanIoU of(int numClasses) {
        return new MeanIoU(numClasses);
    }

    /// Whether labels are class numbers. Default: they are.
    public MeanIoU sparseYTrue(boolean sparse) {
        return labelsAreNumbers(sparse);
    }
}
