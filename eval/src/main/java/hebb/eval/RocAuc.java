package hebb.eval;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;

/// The area under the [RocCurve], for two classes or several. scikit-learn: `roc_auc_score`.
///
/// [hebb.nn.metrics.AUC] is Keras's, from a fixed number of thresholds, for training; this is
/// exact.
public final class RocAuc {
    private RocAuc() {}

    /// Of two classes: labels and scores as [RocCurve] takes them.
    public static double of(Tensor yTrue, Tensor scores) {
        return RocCurve.of(yTrue, scores).auc();
    }

    /// Of several classes, each against all others, on average; scores (samples, classes), whose
    /// columns stand for classes as in [RocCurve#oneVsRest].
    public static double oneVsRest(
            Tensor yTrue, Tensor scores, Averaging averaging, int... labels) {
        return ScoredClasses.of("RocAuc.oneVsRest", yTrue, scores, labels)
                .oneVsRest(RocAuc::auc, averaging);
    }

    /// Of several classes, each against each other one, on average: `MACRO`, or `WEIGHTED` by how
    /// many samples a pair has. Source: Hand and Till, Machine Learning 45, 2001.
    ///
    /// @throws HebbException for `MICRO`, which is not defined for pairs
    public static double oneVsOne(Tensor yTrue, Tensor scores, Averaging averaging, int... labels) {
        if (averaging == Averaging.MICRO) {
            throw HebbException.of("RocAuc.oneVsOne", "pairs of classes have no micro average")
                    .received(averaging)
                    .expected("MACRO or WEIGHTED");
        }
        return ScoredClasses.of("RocAuc.oneVsOne", yTrue, scores, labels)
                .oneVsOne(RocAuc::auc, averaging == Averaging.WEIGHTED);
    }

    private static double auc(Ranking ranking) {
        return RocCurve.of(ranking).auc();
    }
}
