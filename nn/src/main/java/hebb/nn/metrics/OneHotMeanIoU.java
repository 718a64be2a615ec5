package hebb.nn.metrics;

import java.util.Optional;

/// The mean over all classes of the overlap of labels and predictions, `both / (labelled +
/// predicted - both)`, of one-hot labels; classes that never occur do not count.
///
/// Defaults: predictions are scores of all classes, none ignored.
public final class OneHotMeanIoU extends ArgMaxOverlap<OneHotMeanIoU> {
    private OneHotMeanIoU(int numClasses) {
        super("one_hot_mean_io_u", numClasses, Optional.empty(), true);
    }

    /// Over so many classes.
    public static OneHotMeanIoU of(int numClasses) {
        return new OneHotMeanIoU(numClasses);
    }
}
