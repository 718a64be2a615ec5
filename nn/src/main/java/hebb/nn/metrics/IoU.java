package hebb.nn.metrics;

import java.util.Optional;

/// The mean over some classes of the overlap of labels and predictions, `both / (labelled +
/// predicted - both)`; 0 for classes that never occur, which do not count.
///
/// Defaults: labels and predictions are class numbers, none ignored.
public final class IoU extends ArgMaxOverlap<IoU> {
    private IoU(int numClasses, int... targetClassIds) {
        super("io_u", numClasses, Optional.of(targetClassIds.clone()), false);
    }

    /// Over these classes of so many.
    public static IoU of(int numClasses, int... targetClassIds) {
        return new IoU(numClasses, targetClassIds);
    }

    /// Whether labels are class numbers. Default: they are.
    public IoU sparseYTrue(boolean sparse) {
        return labelsAreNumbers(sparse);
    }
}
