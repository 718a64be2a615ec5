package hebb.nn.losses;

import java.util.Locale;

/// How the losses of a batch become one number.
public enum Reduction {
    /// Their sum over how many there are.
    SUM_OVER_BATCH_SIZE,
    /// Their sum over how many there are: another name.
    MEAN,
    /// Their sum over the sum of the sample weights.
    MEAN_WITH_SAMPLE_WEIGHT,
    /// Their sum.
    SUM,
    /// Not at all: they stay as they are.
    NONE;

    /// Keras's name: `sum_over_batch_size`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
