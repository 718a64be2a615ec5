"""Writes the numbers of Keras's losses, for the tests of hebb.nn to compare with.

    KERAS_BACKEND=jax venv/bin/python golden_losses.py ../resources/hebb/nn
"""

import sys

import jax
import keras
import numpy as np
from golden import Golden
from keras import ops


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def gradient(loss, y_true, y_pred):
    """Where no value lies on a kink, at which frameworks differ."""
    moved = y_pred + np.linspace(0.001, 0.013, y_pred.size).reshape(y_pred.shape)
    moved = moved.astype("float32")
    slope = jax.grad(lambda p: ops.sum(loss(y_true, p)))(ops.convert_to_tensor(moved))
    return {"moved": moved, "gradient": slope}


def losses(folder):
    g = Golden(folder, "losses")
    L = keras.losses
    real = (g.numbers(4, 3), g.numbers(4, 3))
    probable = (g.numbers(4, 3, low=0.1, high=0.9), g.numbers(4, 3, low=0.1, high=0.9))
    one_hot = (np.eye(3, dtype="float32")[[0, 2, 1, 2]], g.numbers(4, 3, low=0.1, high=0.9))
    numbers = (np.array([0, 2, 1, 2]), one_hot[1])
    binary = (np.array([[1], [0], [1], [1]], "float32"), g.numbers(4, 1, low=0.1, high=0.9))
    signs = (np.array([[1, -1, 1], [-1, -1, 1], [1, 1, 1], [-1, 1, -1]], "float32"), real[1])
    logits = (one_hot[0], real[1])
    cases = {
        "mean_squared_error": (L.MeanSquaredError, {}, real),
        "mean_absolute_error": (L.MeanAbsoluteError, {}, real),
        "mean_absolute_percentage_error": (L.MeanAbsolutePercentageError, {}, real),
        "mean_squared_logarithmic_error": (L.MeanSquaredLogarithmicError, {}, real),
        "huber": (L.Huber, {}, real),
        "huber_delta": (L.Huber, {"delta": 0.5}, real),
        "log_cosh": (L.LogCosh, {}, real),
        "hinge": (L.Hinge, {}, signs),
        "hinge_binary": (L.Hinge, {}, (one_hot[0], real[1])),
        "squared_hinge": (L.SquaredHinge, {}, signs),
        "categorical_hinge": (L.CategoricalHinge, {}, (one_hot[0], real[1])),
        "kl_divergence": (L.KLDivergence, {}, probable),
        "poisson": (L.Poisson, {}, probable),
        "cosine_similarity": (L.CosineSimilarity, {}, real),
        "cosine_similarity_axis": (L.CosineSimilarity, {"axis": 0}, real),
        "binary_crossentropy": (L.BinaryCrossentropy, {}, binary),
        "binary_crossentropy_logits": (
            L.BinaryCrossentropy,
            {"from_logits": True},
            (binary[0], g.numbers(4, 1)),
        ),
        "binary_crossentropy_smooth": (L.BinaryCrossentropy, {"label_smoothing": 0.2}, binary),
        "categorical_crossentropy": (L.CategoricalCrossentropy, {}, one_hot),
        "categorical_crossentropy_logits": (
            L.CategoricalCrossentropy,
            {"from_logits": True},
            logits,
        ),
        "categorical_crossentropy_smooth": (
            L.CategoricalCrossentropy,
            {"label_smoothing": 0.1},
            one_hot,
        ),
        "categorical_crossentropy_axis": (
            L.CategoricalCrossentropy,
            {"axis": 0, "from_logits": True},
            logits,
        ),
        "sparse_categorical_crossentropy": (L.SparseCategoricalCrossentropy, {}, numbers),
        "sparse_categorical_crossentropy_logits": (
            L.SparseCategoricalCrossentropy,
            {"from_logits": True},
            (numbers[0], real[1]),
        ),
        "sparse_categorical_crossentropy_column": (
            L.SparseCategoricalCrossentropy,
            {},
            (numbers[0][:, None], numbers[1]),
        ),
        "sparse_categorical_crossentropy_ignore": (
            L.SparseCategoricalCrossentropy,
            {"ignore_class": 2},
            numbers,
        ),
        "sparse_categorical_crossentropy_ignore_negative": (
            L.SparseCategoricalCrossentropy,
            {"ignore_class": -1},
            (np.array([0, -1, 1, -1]), one_hot[1]),
        ),
        "categorical_crossentropy_smooth_axis": (
            L.CategoricalCrossentropy,
            {"axis": 1, "label_smoothing": 0.3},
            (g.numbers(4, 3, 2, low=0, high=1), g.numbers(4, 3, 2, low=0.1, high=0.9)),
        ),
        "binary_crossentropy_axis": (
            L.BinaryCrossentropy,
            {"axis": 1},
            (g.numbers(4, 3, 2, low=0, high=1), g.numbers(4, 3, 2, low=0.1, high=0.9)),
        ),
        "binary_focal_crossentropy": (L.BinaryFocalCrossentropy, {}, binary),
        "binary_focal_crossentropy_logits": (
            L.BinaryFocalCrossentropy,
            {"from_logits": True, "gamma": 1.5, "label_smoothing": 0.1},
            (binary[0], g.numbers(4, 1)),
        ),
        "binary_focal_crossentropy_balanced": (
            L.BinaryFocalCrossentropy,
            {"apply_class_balancing": True, "alpha": 0.3, "axis": 0},
            (one_hot[0], one_hot[1]),
        ),
        "categorical_focal_crossentropy": (L.CategoricalFocalCrossentropy, {}, one_hot),
        "categorical_focal_crossentropy_logits": (
            L.CategoricalFocalCrossentropy,
            {"from_logits": True, "gamma": 3.0, "alpha": 0.5, "label_smoothing": 0.1},
            logits,
        ),
        "categorical_focal_crossentropy_axis": (
            L.CategoricalFocalCrossentropy,
            {"axis": 0},
            one_hot,
        ),
        "categorical_generalized_cross_entropy": (
            L.CategoricalGeneralizedCrossEntropy,
            {},
            numbers,
        ),
        "categorical_generalized_cross_entropy_q": (
            L.CategoricalGeneralizedCrossEntropy,
            {"q": 0.8},
            numbers,
        ),
        "dice": (L.Dice, {}, probable),
        "dice_axis": (L.Dice, {"axis": 1}, probable),
        "dice_axes": (
            L.Dice,
            {"axis": (1, 2)},
            (g.numbers(4, 3, 2, low=0, high=1), g.numbers(4, 3, 2, low=0, high=1)),
        ),
        "tversky": (L.Tversky, {}, probable),
        "tversky_options": (L.Tversky, {"alpha": 0.3, "beta": 0.9, "axis": -1}, probable),
        "circle": (L.Circle, {}, (np.array([0, 1, 0, 2]), unit(g.numbers(4, 3)))),
        "circle_options": (
            L.Circle,
            {"gamma": 2.0, "margin": 0.25, "remove_diagonal": False},
            (np.array([[0], [1], [0], [2]]), unit(g.numbers(4, 3))),
        ),
        "ctc": (
            L.CTC,
            {},
            (
                np.array([[1, 2, 2, 3], [3, 1, 0, 0], [2, 2, 0, 0], [0, 0, 0, 0]]),
                g.numbers(4, 8, 5),
            ),
        ),
    }
    weight = np.array([1.0, 0.5, 2.0, 0.0], "float32")
    for name, (cls, options, (y_true, y_pred)) in cases.items():
        loss = cls(**options)
        samples = cls(**options, reduction="none")(y_true, y_pred)
        g.case(
            name,
            yTrue=y_true,
            yPred=y_pred,
            loss=loss(y_true, y_pred),
            none=samples,
            sum=cls(**options, reduction="sum")(y_true, y_pred),
            **gradient(cls(**options, reduction="sum"), y_true, y_pred),
            **(
                {
                    "weighted": loss(y_true, y_pred, weight),
                    "mean": cls(**options, reduction="mean_with_sample_weight")(
                        y_true, y_pred, weight
                    ),
                }
                if np.ndim(samples) == 1 and len(samples) == 4
                else {}
            ),
        )
    steps = (g.numbers(2, 3, 4), g.numbers(2, 3, 4))
    mask = np.array([[1, 1, 0], [1, 0, 0]], bool)
    tensor = ops.convert_to_tensor(steps[1])
    from keras.src import backend

    backend.set_keras_mask(tensor, ops.convert_to_tensor(mask))
    g.case(
        "masked",
        yTrue=steps[0],
        yPred=steps[1],
        mask=mask,
        weight=g.numbers(2, 3, low=0, high=2),
        loss=L.MeanSquaredError()(steps[0], tensor),
    )
    g.write()


if __name__ == "__main__":
    target = sys.argv[1]
    for family in (losses,):
        family(target)
