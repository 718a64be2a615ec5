package hebb.nn.metrics;

import java.util.Optional;

/// The mean over some classes of the overlap of labels and predictions, `both / (labelled +
/// predicted - both)`, of one-hot labels; classes that never occur do not count.
///
/// Defaults: predictions are scores of all classes, none ignored.
public final class OneHotIoU extends ArgMaxOverlap<OneHotIoU> {
    private OneHotIoU(int numClasses, int... targetClassIds) {
        super("one_hot_io_u", numClasses, Optional.of(targetClassIds.clone()), true);
    }

    /// Over these classes of so many.
    public static OneHotIoU of(int numClasses, int... targetClassIds) {
        return new OneHotIoU(numClasses, targetClassIds);
    }
}
