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
for name, layer in [
    ("aug_mix", lambda: L.AugMix(factor=(0.1, 0.2), all_ops=False, alpha=0.5)),
    ("auto_contrast", lambda: L.AutoContrast(value_range=(0, 1))),
    ("clahe", lambda: L.ContrastLimitedAdaptiveHistogramEqualization((0, 1), 3.0, (2, 3))),
    ("cut_mix", lambda: L.CutMix(0.5)),
    ("max_num_bounding_boxes", lambda: L.MaxNumBoundingBoxes(4)),
    ("mix_up", lambda: L.MixUp(0.4, seed=3)),
    ("rand_augment", lambda: L.RandAugment(num_ops=3, interpolation="nearest")),
    ("random_brightness", lambda: L.RandomBrightness((-0.1, 0.3))),
    ("random_color_degeneration", lambda: L.RandomColorDegeneration(0.3)),
    ("random_color_jitter", lambda: L.RandomColorJitter((0, 1), brightness_factor=0.2, hue_factor=(0.1, 0.2))),
    ("random_crop", lambda: L.RandomCrop(5, 6)),
    ("random_elastic_transform", lambda: L.RandomElasticTransform(0.5, (0.2, 0.4), fill_mode="mirror")),
    ("random_erasing", lambda: L.RandomErasing(0.5, fill_value=[0.1, 0.2, 0.3])),
    ("random_gaussian_blur", lambda: L.RandomGaussianBlur(0.5, (3, 5), (0.1, 0.9))),
    ("random_grayscale", lambda: L.RandomGrayscale(0.3)),
    ("random_hue", lambda: L.RandomHue(0.3)),
    ("random_invert", lambda: L.RandomInvert(0.3)),
    ("random_perspective", lambda: L.RandomPerspective((0.1, 0.3), 0.5, fill_value=0.5)),
    ("random_posterization", lambda: L.RandomPosterization((2, 6), value_range=(0, 1))),
    ("random_saturation", lambda: L.RandomSaturation(0.3)),
    ("random_sharpness", lambda: L.RandomSharpness(0.3)),
    ("random_shear", lambda: L.RandomShear((0.0, 0.2), (0.0, 0.1))),
    ("random_translation", lambda: L.RandomTranslation(0.2, (-0.1, 0.3), fill_mode="wrap")),
    ("random_zoom", lambda: L.RandomZoom(0.2)),
    ("solarization", lambda: L.Solarization(0.2, 0.4)),
    (
        "pipeline",
        lambda: L.Pipeline([L.RandomFlip(), L.Rescaling(0.5), L.Dense(2), L.BatchNormalization(), L.Dense(3)]),
    ),
]:
    Case(
        f"{name}_predict",
        lambda layer=layer: sequential((5, 6, 3), layer(), L.Flatten(), L.Dense(2)),
        x=between(0, 1, 5, 6, 3),
        epochs=0,
    )
Case(
    "pipeline",
    lambda: sequential((4, 3), L.Pipeline([L.Dense(4), L.BatchNormalization(), L.Dense(2, "tanh")]), L.Flatten(), L.Dense(2)),
    x=real(4, 3),
)
for name, options in [
    ("log", {"frame_length": 16, "frame_step": 6}),
    ("imag", {"frame_length": 12, "fft_length": 20, "mode": "imag", "padding": "same", "window": "hamming"}),
    ("images", {"frame_length": 16, "mode": "stft", "expand_dims": True, "scaling": "spectrum", "periodic": True}),
    ("frozen", {"frame_length": 16, "mode": "magnitude", "trainable": False}),
]:
    Case(
        f"stft_{name}",
        lambda o=options: sequential((60, 2), L.STFTSpectrogram(**o), L.Flatten(), L.Dense(2)),
        x=real(60, 2),
    )
for name, options in [("plain", {}), ("power", {"power_to_db": False, "mag_exp": 1.0, "max_freq": 300.0})]:
    Case(
        f"mel_{name}",
        lambda o=options: sequential(
            (200,),
            L.MelSpectrogram(fft_length=64, sequence_stride=30, num_mel_bins=5, sampling_rate=1000, **o),
            L.Flatten(),
            L.Dense(2),
        ),
        x=real(200),
        epochs=0,  # decibels are too large to learn from
    )
