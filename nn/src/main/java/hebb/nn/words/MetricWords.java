package hebb.nn.words;

import hebb.nn.losses.LogCosh;
import hebb.nn.metrics.AUC;
import hebb.nn.metrics.Accuracy;
import hebb.nn.metrics.BinaryAccuracy;
import hebb.nn.metrics.BinaryIoU;
import hebb.nn.metrics.CategoricalAccuracy;
import hebb.nn.metrics.ConcordanceCorrelation;
import hebb.nn.metrics.F1Score;
import hebb.nn.metrics.FBetaScore;
import hebb.nn.metrics.FalseNegatives;
import hebb.nn.metrics.FalsePositives;
import hebb.nn.metrics.IoU;
import hebb.nn.metrics.Mean;
import hebb.nn.metrics.MeanIoU;
import hebb.nn.metrics.Metric;
import hebb.nn.metrics.OneHotIoU;
import hebb.nn.metrics.OneHotMeanIoU;
import hebb.nn.metrics.PearsonCorrelation;
import hebb.nn.metrics.Precision;
import hebb.nn.metrics.PrecisionAtRecall;
import hebb.nn.metrics.R2Score;
import hebb.nn.metrics.Recall;
import hebb.nn.metrics.RecallAtPrecision;
import hebb.nn.metrics.RootMeanSquaredError;
import hebb.nn.metrics.SensitivityAtSpecificity;
import hebb.nn.metrics.SparseCategoricalAccuracy;
import hebb.nn.metrics.SparseTopKCategoricalAccuracy;
import hebb.nn.metrics.SpecificityAtSensitivity;
import hebb.nn.metrics.Sum;
import hebb.nn.metrics.TopKCategoricalAccuracy;
import hebb.nn.metrics.TrueNegatives;
import hebb.nn.metrics.TruePositives;

/// Keras's words for metrics; those for losses are among them.
public final class MetricWords {
    private static final Words<Metric<?>> TABLE =
            new Words<Metric<?>>("metric")
                    .hidden(Accuracy::of, "Accuracy")
                    .and(Metric::accuracy, "accuracy", "acc")
                    .and(BinaryAccuracy::of, "binary_accuracy")
                    .and(CategoricalAccuracy::of, "categorical_accuracy")
                    .and(SparseCategoricalAccuracy::of, "sparse_categorical_accuracy")
                    .and(TopKCategoricalAccuracy::of, "top_k_categorical_accuracy")
                    .and(SparseTopKCategoricalAccuracy::of, "sparse_top_k_categorical_accuracy")
                    .and(RootMeanSquaredError::of, "root_mean_squared_error")
                    .and(Mean::of, "mean")
                    .and(Sum::of, "sum")
                    .and(AUC::of, "auc")
                    .and(Precision::of, "precision")
                    .and(Recall::of, "recall")
                    .and(TruePositives::of, "true_positives")
                    .and(FalsePositives::of, "false_positives")
                    .and(TrueNegatives::of, "true_negatives")
                    .and(FalseNegatives::of, "false_negatives")
                    .and(F1Score::of, "f1_score")
                    .and(FBetaScore::of, "fbeta_score")
                    .and(R2Score::of, "r2_score")
                    .and(PearsonCorrelation::of, "pearson_correlation")
                    .and(ConcordanceCorrelation::of, "concordance_correlation")
                    .and(() -> BinaryIoU.of(), "binary_io_u")
                    .and(() -> IoU.of(1, 0), "io_u")
                    .and(() -> MeanIoU.of(1), "mean_io_u")
                    .and(() -> OneHotIoU.of(1, 0), "one_hot_io_u")
                    .and(() -> OneHotMeanIoU.of(1), "one_hot_mean_io_u")
                    .and(() -> SensitivityAtSpecificity.of(0.5), "sensitivity_at_specificity")
                    .and(() -> SpecificityAtSensitivity.of(0.5), "specificity_at_sensitivity")
                    .and(() -> PrecisionAtRecall.of(0.5), "precision_at_recall")
                    .and(() -> RecallAtPrecision.of(0.5), "recall_at_precision")
                    .and(() -> LogCosh.of().name("logcosh"), "log_cosh_error")
                    .and(LossWords.table());

    private MetricWords() {}

    /// What the word stands for, under that word as its name.
    public static Metric<?> of(String word) {
        return TABLE.make("Metric.of", word).name(word);
    }

    /// All of them; words and the names of classes are the same but for case and underscores.
    public static Words<Metric<?>> table() {
        return TABLE;
    }
}
