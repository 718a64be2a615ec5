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
    }
    for name, (cls, options, y_true, y_pred) in cases.items():
        plain, weighted = cls(**options), cls(**options)
        for t, p in zip(y_true, y_pred):
            plain.update_state(t, p)
            weighted.update_state(t, p, weight)
        g.case(
            name,
            yTrue0=y_true[0],
            yTrue1=y_true[1],
            yPred0=y_pred[0],
            yPred1=y_pred[1],
            weight=weight,
            result=plain.result(),
            weighted=weighted.result(),
        )
    g.write()


if __name__ == "__main__":
    target = sys.argv[1]
    for family in (metrics,):
        family(target)
