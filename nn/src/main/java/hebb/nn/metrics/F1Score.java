package hebb.nn.metrics;

import hebb.nn.Options;

/// The harmonic mean of precision and recall: `2 · precision · recall / (precision + recall)`.
///
/// - labels and predictions: (batch, classes)
///
/// Defaults: a number for each class; yes for the largest prediction of a sample.
public final class F1Score extends FScore<F1Score> {
    private F1Score() {
        super("f1_score");
    }

    /// A number for each class.
    public static F1Score of() {
        return new F1Score();
    }

    @Override
    double beta() {
        return 1;
    }

    @Override
    public Options options() {
        return super.options().and(average()).and(threshold());
    }
}
