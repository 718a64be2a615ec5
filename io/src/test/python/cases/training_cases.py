"""What fit is given besides data: weights, validation, batches that do not divide."""

import keras
from keras import layers as L

from case import Case, functional, integers, one_hot, real, sequential

SPARSE = "sparse_categorical_crossentropy"


def classifier(loss=SPARSE, **compiled):
    return sequential((5,), L.Dense(6, activation="relu"), L.Dense(3, activation="softmax"), loss=loss, **compiled)


def weights(random, samples):
    return random.uniform(0.1, 2.0, samples).astype("float32")


y = integers(0, 3)
Case("batch_of_one", classifier, y=y, batch=1, samples=5)
Case("batch_over_samples", classifier, y=y, batch=32, samples=7)
Case("batch_rest_one", lambda: classifier(metrics=["accuracy"]), y=y, batch=4, samples=9, epochs=3)
Case(
    "batch_rest_norm",
    lambda: sequential((5,), L.Dense(4), L.BatchNormalization(momentum=0.6), L.Dense(2), metrics=["mae"]),
    batch=4,
    samples=11,
)
Case("class_weight", lambda: classifier(metrics=["accuracy"], weighted_metrics=["accuracy"]), y=y, class_weight={0: 0.5, 1: 2.0, 2: 1.3})
Case("class_weight_one_hot", lambda: classifier("categorical_crossentropy"), y=one_hot(3), class_weight={0: 0.5, 1: 2.0, 2: 1.3})
Case(
    "class_weight_binary",
    lambda: sequential((5,), L.Dense(1, activation="sigmoid"), loss="binary_crossentropy"),
    y=integers(0, 2, 1),
    class_weight={0: 0.3, 1: 3.0},
)
Case("sample_weight", lambda: classifier(weighted_metrics=["accuracy"]), y=y, sample_weight=weights)
Case("sample_weight_sum", lambda: sequential((5,), L.Dense(3), loss=keras.losses.MeanAbsoluteError("sum")), sample_weight=weights)
Case("sample_weight_mean", lambda: sequential((5,), L.Dense(3), loss=keras.losses.MeanSquaredError("mean_with_sample_weight")), sample_weight=weights)
Case(
    "sample_weight_steps",
    lambda: sequential((4, 5), L.LSTM(4, return_sequences=True), L.Dense(3, activation="softmax"), loss=SPARSE, weighted_metrics=["accuracy"]),
    y=integers(0, 3, 4),
    sample_weight=lambda r, n: r.uniform(0, 1, (n, 4)).astype("float32"),
)
Case("validation_split", lambda: classifier(metrics=["accuracy"]), y=y, samples=15, validation_split=0.3, epochs=3)
Case("validation_data", lambda: classifier(metrics=["accuracy"]), y=y, validation=7, validation_batch_size=3)
Case("validation_freq", lambda: classifier(metrics=["accuracy"]), y=y, validation=6, validation_freq=2, epochs=5)
Case("validation_weighted", lambda: classifier(weighted_metrics=["accuracy"]), y=y, validation=6, validation_weights=weights)
Case(
    "validation_split_weighted",
    lambda: classifier(weighted_metrics=["accuracy"]),
    y=y,
    samples=12,
    validation_split=0.25,
    sample_weight=weights,
)
Case("initial_epoch", classifier, y=y, initial_epoch=1, epochs=3)
Case(
    "penalty_with_weights",
    lambda: sequential((5,), L.Dense(3, kernel_regularizer="l2", activity_regularizer="l1"), weighted_metrics=["mse"]),
    sample_weight=weights,
    validation=5,
)
