"""Preprocessing layers inside of models."""

import keras
import numpy as np
from keras import layers as L

from case import Case, between, functional, integers, real, sequential


def adapted(layer, shape, low=0.0, high=5.0):
    data = np.random.RandomState(3).uniform(low, high, (40, *shape)).astype("float32")
    if isinstance(layer, L.Discretization):
        # adapt needs TensorFlow, and does this
        layer.update_state(data)
        layer.finalize_state()
    else:
        layer.adapt(data)
    return layer


def resized(**options):
    return sequential((6, 9, 2), L.Resizing(4, 5, **options), L.Flatten(), L.Dense(2))


for name, shape, layer in [
    ("normalization_adapted", (5,), lambda: adapted(L.Normalization(), (5,))),
    ("normalization_scalar", (4, 3), lambda: adapted(L.Normalization(axis=None), (4, 3))),
    ("normalization_axes", (4, 3), lambda: adapted(L.Normalization(axis=(1, 2)), (4, 3))),
    ("normalization_axis_1", (4, 3), lambda: adapted(L.Normalization(axis=1), (4, 3))),
    ("normalization_given", (3,), lambda: L.Normalization(mean=[1.0, 2.0, 3.0], variance=[4.0, 1.0, 0.25])),
    ("normalization_inverted", (3,), lambda: L.Normalization(mean=0.5, variance=4.0, invert=True)),
    ("rescaling_many", (3,), lambda: L.Rescaling([0.1, 0.2, 0.3], [0.0, 1.0, -1.0])),
]:
    Case(
        name,
        lambda shape=shape, layer=layer: sequential(shape, layer(), L.Flatten(), L.Dense(2)),
        x=between(0, 5, *shape),
    )
for name, options in [
    ("bilinear", {}),
    ("bilinear_antialias", {"antialias": True}),
    ("nearest", {"interpolation": "nearest"}),
    ("bicubic", {"interpolation": "bicubic"}),
    ("bicubic_antialias", {"interpolation": "bicubic", "antialias": True}),
    ("lanczos3", {"interpolation": "lanczos3", "antialias": True}),
    ("lanczos5", {"interpolation": "lanczos5"}),
    ("crop", {"crop_to_aspect_ratio": True}),
    ("pad", {"pad_to_aspect_ratio": True, "fill_value": 0.3}),
]:
    Case(f"resizing_{name}", lambda o=options: resized(**o), x=between(0, 1, 6, 9, 2))
Case("center_crop", lambda: sequential((7, 8, 2), L.CenterCrop(4, 5), L.Flatten(), L.Dense(2)))
Case("center_crop_resize", lambda: sequential((5, 6, 2), L.CenterCrop(7, 4), L.Flatten(), L.Dense(2)))
for mode in ("int", "one_hot", "multi_hot", "count"):
    Case(
        f"discretization_{mode}",
        lambda m=mode: sequential(
            (1,) if m == "one_hot" else (4,),
            L.Discretization([0.5, 1.5, 3.0], output_mode=m),
            *([L.Embedding(4, 2), L.Flatten()] if m == "int" else []),
            L.Dense(2),
        ),
        x=between(-1, 5, *((1,) if mode == "one_hot" else (4,))),
    )
Case(
    "discretization_adapted",
    lambda: sequential((3,), adapted(L.Discretization(num_bins=4), (3,)), L.Embedding(4, 2), L.Flatten(), L.Dense(2)),
    x=between(0, 5, 3),
)
for mode, shape in [("one_hot", (1,)), ("multi_hot", (4,)), ("count", (4,))]:
    Case(
        f"category_encoding_{mode}",
        lambda m=mode, s=shape: sequential(s, L.CategoryEncoding(6, m), L.Dense(2), dtype="int32"),
        x=integers(0, 6, *shape),
    )


def counted():
    ids = keras.Input((4,), dtype="int32", name="ids")
    weights = keras.Input((4,), name="weights")
    encoded = L.CategoryEncoding(6, "count")(ids, count_weights=weights)
    return functional([ids, weights], L.Dense(2)(encoded))


Case("category_encoding_weighted", counted, x={"ids": integers(0, 6, 4), "weights": between(0, 2, 4)})
for name, shape, layer in [
    ("random_flip_predict", (5, 6, 3), lambda: L.RandomFlip()),
    ("random_rotation_predict", (5, 6, 3), lambda: L.RandomRotation(0.2)),
    ("random_contrast_predict", (5, 6, 3), lambda: L.RandomContrast(0.2)),
]:
    Case(
        name,
        lambda shape=shape, layer=layer: sequential(shape, layer(), L.Flatten(), L.Dense(2)),
        x=between(0, 1, *shape),
        epochs=0,
    )
