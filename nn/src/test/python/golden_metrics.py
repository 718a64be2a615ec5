"""Writes the numbers of Keras's metrics, for the tests of hebb.nn to compare with.

    KERAS_BACKEND=jax venv/bin/python golden_metrics.py ../resources/hebb/nn
"""

import sys

import keras
import numpy as np
from golden import Golden


def metrics(folder):
    g = Golden(folder, "metrics")
    M = keras.metrics
    scores = [g.numbers(5, 4, low=0, high=1) for _ in range(2)]
    numbers = [np.array([0, 3, 1, 2, 2]), np.array([1, 1, 0, 3, 2])]
    one_hot = [np.eye(4, dtype="float32")[n] for n in numbers]
    binary = [np.array([[1], [0], [1], [1], [0]], "float32") for _ in range(2)]
    chances = [g.numbers(5, 1, low=0, high=1) for _ in range(2)]
    weight = np.array([1.0, 0.5, 2.0, 0.0, 1.0], "float32")
    cases = {
        "accuracy": (M.Accuracy, {}, numbers, [np.array([0, 3, 2, 2, 1]), numbers[1]]),
        "binary_accuracy": (M.BinaryAccuracy, {}, binary, chances),
        "binary_accuracy_threshold": (M.BinaryAccuracy, {"threshold": 0.3}, binary, chances),
        "categorical_accuracy": (M.CategoricalAccuracy, {}, one_hot, scores),
        "sparse_categorical_accuracy": (M.SparseCategoricalAccuracy, {}, numbers, scores),
        "top_k_categorical_accuracy": (M.TopKCategoricalAccuracy, {"k": 2}, one_hot, scores),
        "sparse_top_k_categorical_accuracy": (
            M.SparseTopKCategoricalAccuracy,
            {"k": 2},
            numbers,
            scores,
        ),
        "sparse_top_k_sorted": (
            M.SparseTopKCategoricalAccuracy,
            {"k": 2, "from_sorted_ids": True},
            numbers,
            [np.argsort(-s, axis=-1, kind="stable").astype("float32") for s in scores],
        ),
        "root_mean_squared_error": (M.RootMeanSquaredError, {}, one_hot, scores),
        "mean_squared_error": (M.MeanSquaredError, {}, one_hot, scores),
        "cosine_similarity": (M.CosineSimilarity, {}, one_hot, scores),
        "sparse_categorical_crossentropy": (
            M.SparseCategoricalCrossentropy,
            {"from_logits": True},
            numbers,
            scores,
        ),
        "sparse_categorical_crossentropy_ignore": (
            M.SparseCategoricalCrossentropy,
            {"ignore_class": 2},
            numbers,
            scores,
        ),
    }
    rows = [g.numbers(5, 4), g.numbers(5, 4)]
    labels = [(g.numbers(5, 4) > 0.5).astype("float32") for _ in range(2)]
    levels = [0.1, 0.4, 0.45, 0.8]
    decisions = {
        "true_positives": (M.TruePositives, {}),
        "false_positives": (M.FalsePositives, {"thresholds": [0.3, 0.6]}),
        "true_negatives": (M.TrueNegatives, {"thresholds": 0.25}),
        "false_negatives": (M.FalseNegatives, {"thresholds": [0.0, 0.25, 0.5, 0.75, 1.0]}),
        "precision": (M.Precision, {}),
        "precision_thresholds": (M.Precision, {"thresholds": [0.2, 0.5, 0.9]}),
        "precision_even": (M.Precision, {"thresholds": [0.0, 0.5, 1.0]}),
        "precision_top_k": (M.Precision, {"top_k": 2}),
        "precision_class": (M.Precision, {"class_id": 2, "thresholds": 0.4}),
        "recall": (M.Recall, {}),
        "recall_top_k_class": (M.Recall, {"top_k": 3, "class_id": 1}),
        "recall_thresholds": (M.Recall, {"thresholds": [0.7, 0.2]}),
        "sensitivity_at_specificity": (M.SensitivityAtSpecificity, {"specificity": 0.4}),
        "specificity_at_sensitivity": (
            M.SpecificityAtSensitivity,
            {"sensitivity": 0.6, "num_thresholds": 9},
        ),
        "precision_at_recall": (M.PrecisionAtRecall, {"recall": 0.5, "class_id": 3}),
        "recall_at_precision": (M.RecallAtPrecision, {"precision": 0.5}),
        "recall_at_precision_one": (M.RecallAtPrecision, {"precision": 0.1, "num_thresholds": 1}),
        "recall_at_precision_none": (M.RecallAtPrecision, {"precision": 1.0}),
        "auc": (M.AUC, {}),
        "auc_labels": (M.AUC, {"label_weights": [1.0, 0.5, 2.0, 0.0]}),
        "auc_thresholds": (M.AUC, {"thresholds": levels, "summation_method": "majoring"}),
        "auc_even_thresholds": (M.AUC, {"thresholds": [0.25, 0.5, 0.75]}),
        "auc_minoring": (M.AUC, {"num_thresholds": 11, "summation_method": "minoring"}),
        "auc_pr": (M.AUC, {"curve": "PR"}),
        "auc_pr_majoring": (
            M.AUC,
            {"curve": "PR", "summation_method": "majoring", "num_thresholds": 7},
        ),
        "auc_prgain": (M.AUC, {"curve": "PRGAIN"}),
        "auc_multi_label": (M.AUC, {"multi_label": True}),
        "auc_multi_label_weights": (
            M.AUC,
            {
                "multi_label": True,
                "num_labels": 4,
                "label_weights": [1.0, 0.5, 2.0, 0.0],
                "curve": "PR",
                "thresholds": levels,
            },
        ),
        "f1_score": (M.F1Score, {}),
        "f1_score_threshold": (M.F1Score, {"threshold": 0.4, "average": "macro"}),
        "fbeta_score": (M.FBetaScore, {"beta": 2.0, "average": "micro"}),
        "fbeta_score_weighted": (M.FBetaScore, {"beta": 0.5, "average": "weighted"}),
    }
    for name, (cls, options) in decisions.items():
        cases[name] = (cls, options, labels, scores)
    cases["auc_logits"] = (M.AUC, {"from_logits": True, "num_thresholds": 50}, labels, rows)
    cases["auc_column"] = (M.AUC, {}, binary, chances)
    cases["auc_flat"] = (M.AUC, {}, [b[:, 0] for b in binary], [c[:, 0] for c in chances])
    classes = [np.array([0.0, 2.0, 1.0, 1.0, 3.0], "float32"), np.array([3.0, 1.0, 2.0, 2.0, 0.0])]
    for name, cls, options, y_true, y_pred in [
        ("io_u", M.IoU, {"num_classes": 4, "target_class_ids": [0, 2]}, numbers, classes),
        ("mean_io_u", M.MeanIoU, {"num_classes": 5}, numbers, classes),
        (
            "mean_io_u_ignore",
            M.MeanIoU,
            {"num_classes": 3, "ignore_class": 1, "sparse_y_pred": False},
            numbers,
            scores,
        ),
        (
            "one_hot_io_u",
            M.OneHotIoU,
            {"num_classes": 4, "target_class_ids": [1, 3]},
            one_hot,
            scores,
        ),
        (
            "one_hot_mean_io_u",
            M.OneHotMeanIoU,
            {"num_classes": 4, "sparse_y_pred": True, "dtype": "float32"},
            one_hot,
            classes,
        ),
        ("binary_io_u", M.BinaryIoU, {"target_class_ids": [1], "threshold": 0.3}, binary, chances),
        ("r2_score", M.R2Score, {}, rows, scores),
        ("r2_score_none", M.R2Score, {"class_aggregation": None}, rows, scores),
        (
            "r2_score_weighted",
            M.R2Score,
            {"class_aggregation": "variance_weighted_average", "num_regressors": 3},
            rows,
            scores,
        ),
        ("r2_score_column", M.R2Score, {}, [r[:, 0] for r in rows], chances),
        ("pearson_correlation", M.PearsonCorrelation, {}, rows, scores),
        ("pearson_correlation_axis", M.PearsonCorrelation, {"axis": 0}, rows, scores),
        ("concordance_correlation", M.ConcordanceCorrelation, {}, rows, scores),
        ("logcosh", M.LogCoshError, {}, rows, scores),
    ]:
        cases[name] = (cls, options, y_true, y_pred)
    for name, (cls, options, y_true, y_pred) in cases.items():
        plain, weighted = cls(**options), cls(**options)
        counts = weight[:4] if name.endswith("axis") else weight  # one a value
        for t, p in zip(y_true, y_pred):
            plain.update_state(t, p)
            weighted.update_state(t, p, counts)
        g.case(
            name,
            yTrue0=y_true[0],
            yTrue1=y_true[1],
            yPred0=y_pred[0],
            yPred1=y_pred[1],
            weight=counts,
            result=plain.result(),
            weighted=weighted.result(),
        )
    g.write()


if __name__ == "__main__":
    target = sys.argv[1]
    for family in (metrics,):
        family(target)
