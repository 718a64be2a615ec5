"""Each loss under plain gradient descent, with options and reductions."""

import keras
from keras import layers as L
from keras import losses

from case import Case, between, distributions, integers, one_hot, real, sequential, words


def binary(random, samples):
    return random.randint(0, 2, (samples, 3)).astype("float32")


def signs(random, samples):
    return (2 * random.randint(0, 2, (samples, 3)) - 1).astype("float32")


def labels_or_ignored(random, samples):
    return random.randint(-1, 3, (samples,)).astype("int32")


def probabilities(*shape, classes=3, axis=-1):
    return lambda loss: sequential(
        (*shape, 5), L.Dense(classes), L.Activation("softmax") if axis == -1 else L.Softmax(axis), loss=loss
    )


def logits(loss):
    return sequential((5,), L.Dense(3), loss=loss)


def sigmoids(loss):
    return sequential((5,), L.Dense(3, activation="sigmoid"), loss=loss)


softmax = probabilities()
for name, model, y, loss in [
    ("bce_smoothed", sigmoids, binary, lambda: losses.BinaryCrossentropy(label_smoothing=0.2)),
    ("bce_logits_smoothed", logits, binary, lambda: losses.BinaryCrossentropy(True, label_smoothing=0.1, reduction="sum")),
    ("bce_axis", sigmoids, binary, lambda: losses.BinaryCrossentropy(axis=0, reduction="mean")),
    ("bce_not_sigmoid", softmax, binary, lambda: losses.BinaryCrossentropy()),
    ("binary_focal_balanced", sigmoids, binary, lambda: losses.BinaryFocalCrossentropy(True, alpha=0.4, gamma=1.5)),
    ("binary_focal_logits", logits, binary, lambda: losses.BinaryFocalCrossentropy(from_logits=True, label_smoothing=0.1)),
    ("cce_smoothed", softmax, one_hot(3), lambda: losses.CategoricalCrossentropy(label_smoothing=0.3)),
    ("cce_logits_smoothed", logits, one_hot(3), lambda: losses.CategoricalCrossentropy(True, 0.1)),
    ("cce_distributions", softmax, distributions(3), lambda: losses.CategoricalCrossentropy()),
    ("cce_sum", softmax, one_hot(3), lambda: losses.CategoricalCrossentropy(reduction="sum")),
    ("cce_axis", probabilities(4, classes=2, axis=1), between(0.1, 0.4, 4, 2), lambda: losses.CategoricalCrossentropy(axis=1)),
    ("cce_not_normalized", sigmoids, one_hot(3), lambda: losses.CategoricalCrossentropy()),
    ("categorical_focal_options", softmax, one_hot(3), lambda: losses.CategoricalFocalCrossentropy(0.6, 1.3, label_smoothing=0.1)),
    ("categorical_focal_logits", logits, one_hot(3), lambda: losses.CategoricalFocalCrossentropy(from_logits=True)),
    ("categorical_generalized", softmax, integers(0, 3), lambda: losses.CategoricalGeneralizedCrossEntropy(0.7)),
    ("scce_ignored", softmax, labels_or_ignored, lambda: losses.SparseCategoricalCrossentropy(ignore_class=-1)),
    ("scce_steps", probabilities(4), integers(0, 3, 4), lambda: losses.SparseCategoricalCrossentropy()),
    ("scce_column", softmax, integers(0, 3, 1), lambda: losses.SparseCategoricalCrossentropy(reduction="mean")),
    ("categorical_hinge_sum", logits, one_hot(3), lambda: losses.CategoricalHinge(reduction="sum")),
    ("hinge_signs", logits, signs, lambda: losses.Hinge()),
    ("squared_hinge_signs", logits, signs, lambda: losses.SquaredHinge()),
    ("huber_delta", logits, real(3), lambda: losses.Huber(0.3)),
    ("logcosh_wide", logits, real(3, scale=8.0), lambda: losses.LogCosh()),
    ("mse_sum", logits, real(3), lambda: losses.MeanSquaredError("sum")),
    ("mse_mean", logits, real(3), lambda: losses.MeanSquaredError("mean")),
    ("mae_plain", logits, real(3), lambda: losses.MeanAbsoluteError()),
    ("mape_plain", logits, between(1, 3, 3), lambda: losses.MeanAbsolutePercentageError()),
    ("msle_plain", sigmoids, between(0, 2, 3), lambda: losses.MeanSquaredLogarithmicError()),
    ("cosine_axis", logits, real(3), lambda: losses.CosineSimilarity(axis=0, reduction="sum")),
    ("cosine_plain", logits, real(3), lambda: losses.CosineSimilarity()),
    ("kld_plain", softmax, distributions(3), lambda: losses.KLDivergence()),
    ("poisson_plain", sigmoids, integers(0, 4, 3, dtype="float32"), lambda: losses.Poisson()),
    ("dice_axis", sigmoids, binary, lambda: losses.Dice(axis=-1)),
    ("dice_plain", sigmoids, binary, lambda: losses.Dice()),
    ("tversky_options", sigmoids, binary, lambda: losses.Tversky(0.3, 0.8)),
    ("tversky_axis", sigmoids, binary, lambda: losses.Tversky(0.6, 0.2, axis=-1)),
]:
    Case(f"sgd_loss_{name}", lambda model=model, loss=loss: model(loss()), y=y)


def embedded(loss):
    return sequential((4,), L.Dense(6), L.UnitNormalization(), loss=loss)


def spoken():
    return sequential((8, 4), L.Dense(5), loss=losses.CTC())


Case(
    "sgd_loss_circle",
    lambda: embedded(losses.Circle(8.0, 0.3)),
    y=lambda r, n: (r.permutation(n) % 3).astype("int32"),
    samples=12,
    batch=6,
)
Case(
    "sgd_loss_circle_diagonal",
    lambda: embedded(losses.Circle(4.0, 0.25, remove_diagonal=False)),
    y=lambda r, n: (r.permutation(n) % 3).astype("int32"),
    samples=12,
    batch=6,
)
Case("sgd_loss_ctc", spoken, y=words(5, 3))
