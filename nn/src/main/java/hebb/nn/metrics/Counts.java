package hebb.nn.metrics;

import hebb.core.tensor.Tensor;
import hebb.nn.Scope;

/// The four counts of decisions since an epoch began, at each threshold: (thresholds, labels), or
/// (thresholds) where labels are not kept apart.
record Counts(Tensor tp, Tensor fp, Tensor tn, Tensor fn) {
    /// Takes in a batch.
    static void add(Scope s, Decisions d, boolean apart) {
        Tally.add(s, Tally.TRUE_POSITIVES, flat(d.truePositives(), apart));
        Tally.add(s, Tally.FALSE_POSITIVES, flat(d.falsePositives(), apart));
        Tally.add(s, Tally.TRUE_NEGATIVES, flat(d.trueNegatives(), apart));
        Tally.add(s, Tally.FALSE_NEGATIVES, flat(d.falseNegatives(), apart));
    }

    private static Tensor flat(Tensor counts, boolean apart) {
        return apart ? counts : counts.squeeze(1);
    }

    /// All that was taken in.
    static Counts of(Scope s) {
        return new Counts(
                Tally.of(s, Tally.TRUE_POSITIVES),
                Tally.of(s, Tally.FALSE_POSITIVES),
                Tally.of(s, Tally.TRUE_NEGATIVES),
                Tally.of(s, Tally.FALSE_NEGATIVES));
    }

    Tensor recall() {
        return Tally.share(tp, fn);
    }

    Tensor precision() {
        return Tally.share(tp, fp);
    }

    Tensor specificity() {
        return Tally.share(tn, fp);
    }
}
