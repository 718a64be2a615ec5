package hebb.eval;

import hebb.core.tensor.Tensor;

/// The average precision, the area under the [PrecisionRecallCurve] in steps, for two classes or
/// several. scikit-learn: `average_precision_score`.
public final class AveragePrecision {
    private AveragePrecision() {}

    /// Of two classes: labels and scores as [RocCurve] takes them.
    public static double of(Tensor yTrue, Tensor scores) {
        return PrecisionRecallCurve.of(yTrue, scores).averagePrecision();
    }

    /// Of several classes, each against all others, on average; scores (samples, classes), whose
    /// columns stand for classes as in [RocCurve#oneVsRest].
    public static double oneVsRest(
            Tensor yTrue, Tensor scores, Averaging averaging, int... labels) {
        return ScoredClasses.of("AveragePrecision.oneVsRest", yTrue, scores, labels)
                .oneVsRest(r -> PrecisionRecallCurve.of(r).averagePrecision(), averaging);
    }
}
