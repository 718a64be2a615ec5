"""Each metric with its options, on a model that trains a little."""

from keras import layers as L
from keras import metrics as M

from case import Case, between, integers, one_hot, real, sequential

HALF = [0.3, 0.5, 0.7]


def binary(*shape):
    return integers(0, 2, *shape, dtype="float32")


def sigmoid(units, *metrics):
    return sequential((5,), L.Dense(units, activation="sigmoid"), loss="binary_crossentropy", metrics=list(metrics))


def softmax(loss, *metrics):
    return sequential((5,), L.Dense(4, activation="softmax"), loss=loss, metrics=list(metrics))


def linear(*metrics):
    return sequential((5,), L.Dense(3), metrics=list(metrics))


SPARSE, CATEGORICAL = "sparse_categorical_crossentropy", "categorical_crossentropy"
for name, build, y in [
    ("auc", lambda: sigmoid(1, M.AUC()), binary(1)),
    ("auc_pr", lambda: sigmoid(1, M.AUC(curve="PR", num_thresholds=50)), binary(1)),
    ("auc_pr_majoring", lambda: sigmoid(1, M.AUC(curve="PR", summation_method="majoring")), binary(1)),
    ("auc_minoring", lambda: sigmoid(1, M.AUC(num_thresholds=20, summation_method="minoring")), binary(1)),
    ("auc_thresholds", lambda: sigmoid(1, M.AUC(thresholds=[0.2, 0.4, 0.5, 0.8])), binary(1)),
    ("auc_labels", lambda: sigmoid(3, M.AUC(multi_label=True, num_labels=3)), binary(3)),
    ("auc_logits", lambda: sequential((5,), L.Dense(1), loss="mse", metrics=[M.AUC(from_logits=True)]), binary(1)),
    ("precision_recall", lambda: sigmoid(3, M.Precision(), M.Recall()), binary(3)),
    ("precision_thresholds", lambda: sigmoid(3, M.Precision(thresholds=HALF), M.Recall(thresholds=HALF)), binary(3)),
    ("precision_top_k", lambda: sigmoid(4, M.Precision(top_k=2), M.Recall(top_k=2)), binary(4)),
    ("precision_class", lambda: sigmoid(4, M.Precision(class_id=1), M.Recall(class_id=2, top_k=3)), binary(4)),
    ("confusion_counts", lambda: sigmoid(2, M.TruePositives(), M.FalsePositives(), M.TrueNegatives(), M.FalseNegatives(0.4)), binary(2)),
    ("at_recall", lambda: sigmoid(1, M.PrecisionAtRecall(0.6), M.RecallAtPrecision(0.5)), binary(1)),
    ("at_sensitivity", lambda: sigmoid(2, M.SensitivityAtSpecificity(0.5, num_thresholds=30), M.SpecificityAtSensitivity(0.6)), binary(2)),
    ("f1", lambda: softmax(CATEGORICAL, M.F1Score()), one_hot(4)),
    ("f1_macro", lambda: sigmoid(4, M.F1Score(average="macro", threshold=0.5)), binary(4)),
    ("f1_micro", lambda: sigmoid(4, M.F1Score("micro", threshold=0.4)), binary(4)),
    ("fbeta_weighted", lambda: softmax(CATEGORICAL, M.FBetaScore("weighted", beta=2.0)), one_hot(4)),
    ("binary_iou", lambda: sigmoid(3, M.BinaryIoU([0, 1], 0.4), M.BinaryIoU([1], name="ones")), binary(3)),
    ("iou", lambda: softmax(SPARSE, M.IoU(4, [0, 2], sparse_y_pred=False)), integers(0, 4)),
    ("mean_iou", lambda: softmax(SPARSE, M.MeanIoU(4, sparse_y_pred=False, ignore_class=3)), integers(0, 4)),
    ("one_hot_iou", lambda: softmax(CATEGORICAL, M.OneHotIoU(4, [1, 2]), M.OneHotMeanIoU(4)), one_hot(4)),
    ("r2", lambda: linear(M.R2Score(), M.R2Score("variance_weighted_average", name="weighted")), real(3)),
    ("r2_vector", lambda: linear(M.R2Score(None)), real(3)),
    ("correlations", lambda: linear(M.PearsonCorrelation(), M.ConcordanceCorrelation()), real(3)),
    ("correlations_axis", lambda: linear(M.PearsonCorrelation(axis=0), M.ConcordanceCorrelation(axis=0)), real(3)),
    ("errors", lambda: linear("mse", "mae", M.RootMeanSquaredError(), M.LogCoshError(), M.CosineSimilarity(axis=0)), real(3)),
    ("relative_errors", lambda: linear("mape", "msle", M.Poisson()), between(1, 2, 3)),
    ("hinges", lambda: linear(M.Hinge(), M.SquaredHinge(), M.CategoricalHinge()), one_hot(3)),
    ("accuracies", lambda: sigmoid(3, M.BinaryAccuracy(threshold=0.4), M.CategoricalAccuracy(), M.Accuracy()), binary(3)),
    ("sparse_accuracies", lambda: softmax(SPARSE, "accuracy", M.SparseTopKCategoricalAccuracy(2), M.SparseCategoricalCrossentropy()), integers(0, 4)),
    ("crossentropies", lambda: softmax(CATEGORICAL, "acc", M.CategoricalCrossentropy(label_smoothing=0.1), M.KLDivergence(), M.TopKCategoricalAccuracy(3)), one_hot(4)),
    ("binary_crossentropy_logits", lambda: linear(M.BinaryCrossentropy(from_logits=True, label_smoothing=0.2)), binary(3)),
    ("strings", lambda: sigmoid(1, "accuracy", "bce", "AUC", "precision"), binary(1)),
]:
    Case(f"metric_{name}", build, y=y, epochs=3, validation=5)
Case(
    "metric_weighted",
    lambda: sequential(
        (5,),
        L.Dense(2, activation="sigmoid"),
        loss="binary_crossentropy",
        metrics=["accuracy"],
        weighted_metrics=["accuracy", M.AUC(), M.Precision(), M.MeanSquaredError(name="error")],
    ),
    y=binary(2),
    sample_weight=lambda r, n: r.rand(n).astype("float32"),
)
