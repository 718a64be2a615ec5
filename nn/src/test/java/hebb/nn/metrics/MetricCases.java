package hebb.nn.metrics;

import hebb.core.shape.DType;
import hebb.nn.losses.CosineSimilarity;
import hebb.nn.losses.LogCosh;
import hebb.nn.losses.MeanSquaredError;
import hebb.nn.losses.SparseCategoricalCrossentropy;
import hebb.nn.metrics.AUC.Curve;
import hebb.nn.metrics.AUC.SummationMethod;
import hebb.nn.metrics.FScore.Average;
import hebb.nn.metrics.R2Score.Aggregation;
import java.util.Map;
import java.util.Optional;

/// Metrics by the names of the cases that Keras computed: see `src/test/python/golden_metrics.py`.
final class MetricCases {
    static final Map<String, Metric<?>> ALL =
            Map.ofEntries(
                    Map.entry("accuracy", Accuracy.of()),
                    Map.entry("binary_accuracy", BinaryAccuracy.of()),
                    Map.entry("binary_accuracy_threshold", BinaryAccuracy.of().threshold(0.3)),
                    Map.entry("categorical_accuracy", CategoricalAccuracy.of()),
                    Map.entry("sparse_categorical_accuracy", SparseCategoricalAccuracy.of()),
                    Map.entry("top_k_categorical_accuracy", TopKCategoricalAccuracy.of(2)),
                    Map.entry(
                            "sparse_top_k_categorical_accuracy",
                            SparseTopKCategoricalAccuracy.of(2)),
                    Map.entry(
                            "sparse_top_k_sorted",
                            SparseTopKCategoricalAccuracy.of(2).fromSortedIds(true)),
                    Map.entry("root_mean_squared_error", RootMeanSquaredError.of()),
                    Map.entry("mean_squared_error", MeanSquaredError.of()),
                    Map.entry("cosine_similarity", CosineSimilarity.of()),
                    Map.entry(
                            "sparse_categorical_crossentropy",
                            SparseCategoricalCrossentropy.of().fromLogits(true)),
                    Map.entry(
                            "sparse_categorical_crossentropy_ignore",
                            SparseCategoricalCrossentropy.of().ignoreClass(2)),
                    Map.entry("true_positives", TruePositives.of()),
                    Map.entry("false_positives", FalsePositives.of().thresholds(0.3, 0.6)),
                    Map.entry("true_negatives", TrueNegatives.of().thresholds(0.25)),
                    Map.entry(
                            "false_negatives",
                            FalseNegatives.of().thresholds(0, 0.25, 0.5, 0.75, 1)),
                    Map.entry("precision", Precision.of()),
                    Map.entry("precision_thresholds", Precision.of().thresholds(0.2, 0.5, 0.9)),
                    Map.entry("precision_even", Precision.of().thresholds(0, 0.5, 1)),
                    Map.entry("precision_top_k", Precision.of().topK(2)),
                    Map.entry("precision_class", Precision.of().classId(2).thresholds(0.4)),
                    Map.entry("recall", Recall.of()),
                    Map.entry("recall_top_k_class", Recall.of().topK(3).classId(1)),
                    Map.entry("recall_thresholds", Recall.of().thresholds(0.7, 0.2)),
                    Map.entry("sensitivity_at_specificity", SensitivityAtSpecificity.of(0.4)),
                    Map.entry(
                            "specificity_at_sensitivity",
                            SpecificityAtSensitivity.of(0.6).numThresholds(9)),
                    Map.entry("precision_at_recall", PrecisionAtRecall.of(0.5).classId(3)),
                    Map.entry("recall_at_precision", RecallAtPrecision.of(0.5)),
                    Map.entry(
                            "recall_at_precision_one", RecallAtPrecision.of(0.1).numThresholds(1)),
                    Map.entry("recall_at_precision_none", RecallAtPrecision.of(1)),
                    Map.entry("auc", AUC.of()),
                    Map.entry("auc_labels", AUC.of().labelWeights(1, 0.5, 2, 0)),
                    Map.entry(
                            "auc_thresholds",
                            AUC.of()
                                    .thresholds(0.1, 0.4, 0.45, 0.8)
                                    .summationMethod(SummationMethod.MAJORING)),
                    Map.entry("auc_even_thresholds", AUC.of().thresholds(0.75, 0.5, 0.25)),
                    Map.entry(
                            "auc_minoring",
                            AUC.of().numThresholds(11).summationMethod(SummationMethod.MINORING)),
                    Map.entry("auc_pr", AUC.of().curve(Curve.PR)),
                    Map.entry(
                            "auc_pr_majoring",
                            AUC.of()
                                    .curve(Curve.PR)
                                    .numThresholds(7)
                                    .summationMethod(SummationMethod.MAJORING)),
                    Map.entry("auc_prgain", AUC.of().curve(Curve.PRGAIN)),
                    Map.entry("auc_multi_label", AUC.of().multiLabel(true)),
                    Map.entry(
                            "auc_multi_label_weights",
                            AUC.of()
                                    .multiLabel(true)
                                    .numLabels(4)
                                    .labelWeights(1, 0.5, 2, 0)
                                    .curve(Curve.PR)
                                    .thresholds(0.1, 0.4, 0.45, 0.8)),
                    Map.entry("auc_logits", AUC.of().fromLogits(true).numThresholds(50)),
                    Map.entry("auc_column", AUC.of()),
                    Map.entry("auc_flat", AUC.of()),
                    Map.entry("f1_score", F1Score.of()),
                    Map.entry(
                            "f1_score_threshold",
                            F1Score.of().threshold(0.4).average(Average.MACRO)),
                    Map.entry("fbeta_score", FBetaScore.of().beta(2).average(Average.MICRO)),
                    Map.entry(
                            "fbeta_score_weighted",
                            FBetaScore.of().beta(0.5).average(Average.WEIGHTED)),
                    Map.entry("io_u", IoU.of(4, 0, 2)),
                    Map.entry("mean_io_u", MeanIoU.of(5)),
                    Map.entry("mean_io_u_ignore", MeanIoU.of(3).ignoreClass(1).sparseYPred(false)),
                    Map.entry("one_hot_io_u", OneHotIoU.of(4, 1, 3)),
                    Map.entry(
                            "one_hot_mean_io_u",
                            OneHotMeanIoU.of(4).sparseYPred(true).dtype(DType.FLOAT32)),
                    Map.entry("binary_io_u", BinaryIoU.of(1).threshold(0.3)),
                    Map.entry("r2_score", R2Score.of()),
                    Map.entry("r2_score_none", R2Score.of().classAggregation(Optional.empty())),
                    Map.entry(
                            "r2_score_weighted",
                            R2Score.of()
                                    .classAggregation(
                                            Optional.of(Aggregation.VARIANCE_WEIGHTED_AVERAGE))
                                    .numRegressors(3)),
                    Map.entry("r2_score_column", R2Score.of()),
                    Map.entry("pearson_correlation", PearsonCorrelation.of()),
                    Map.entry("pearson_correlation_axis", PearsonCorrelation.of().axis(0)),
                    Map.entry("concordance_correlation", ConcordanceCorrelation.of()),
                    Map.entry("logcosh", LogCosh.of()));

    private MetricCases() {}
}
