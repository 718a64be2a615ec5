"""Writes the numbers of Keras's layers that augment images and hear sounds, with the random numbers given.

    KERAS_BACKEND=jax venv/bin/python golden_augmentations.py ../resources/hebb/nn
"""

import sys

import numpy as np
from golden import Golden
from keras import layers as L
from keras import ops
from keras.src.backend import image as I


def augmentations(folder):
    g = Golden(folder, "augmentations")
    x = g.numbers(3, 8, 6, 3, low=0, high=255)

    def case(name, layer, given, x=x, **more):
        y = layer.transform_images(ops.convert_to_tensor(x), given, training=True)
        g.case(name, x=x, **more, y=np.asarray(y))

    bits = np.array([1, 4, 7], "uint8")
    for name, options in [("posterization", {}), ("posterization_range", {"value_range": (-255, 255)})]:
        case(name, L.RandomPosterization(3, **options), {"shift_factor": 8 - bits}, bits=bits)
    sigma = np.array([0.4, 0.9], "float32")
    for name, size in [("blur", 3), ("blur_wide", (5, 3))]:
        given = {"blur_factor": ops.convert_to_tensor(sigma), "should_apply_blur": np.array([True, True, True])}
        case(name, L.RandomGaussianBlur(1.0, size), given, sigma=sigma)
    factors = g.numbers(3, 4, 2, low=-0.5, high=0.5)
    start = np.array([[0, 0], [5, 0], [0, 7], [5, 7]], "float32")[None].repeat(3, 0)
    for name, by in [("perspective", "bilinear"), ("perspective_nearest", "nearest")]:
        given = {
            "apply_perspective": np.array([True, True, True]),
            "start_points": start,
            "end_points": start + start * factors,
        }
        case(name, L.RandomPerspective(interpolation=by, fill_value=9.0), given, factors=factors)
    noise = g.numbers(2, 30, 28, 1)
    big = g.numbers(2, 30, 28, 1, low=0, high=255)
    for fill in ("constant", "nearest", "wrap", "reflect", "mirror"):
        strength = 0.8
        # by TensorFlow's rule for the size of the kernel; Keras's on JAX has another one
        sigma, size = 0.05 * 28 * strength, 6 * int(0.05 * 28 * strength) | 1
        blurred = I.gaussian_blur(noise * np.float32(sigma), (size, size), (sigma, sigma), "channels_last")
        moved = np.asarray(blurred)[..., 0] * np.float32(0.1 * 30 * strength)
        rows, columns = np.meshgrid(np.arange(30), np.arange(28), indexing="ij")
        y = [
            I.map_coordinates(big[b, ..., 0], np.stack([rows + moved[b], columns + moved[b]]), 1, fill, 7.0)
            for b in range(2)
        ]
        g.case(f"elastic_{fill}", x=big, strength=strength, noise=noise, y=np.stack(y)[..., None])
    order, share = np.array([2, 0, 1]), np.array([0.25, 1.0, 0.6], "float32")
    labels = np.eye(3, dtype="float32")
    given = {"mix_weight": share, "permutation_order": order}
    layer = L.MixUp()
    g.case(
        "mix_up",
        x=x,
        labels=labels,
        order=order,
        share=share,
        y=layer.transform_images(x, given),
        y_labels=layer.transform_labels(labels, given),
    )
    layer = L.CutMix()
    left, top = np.array([0.5, 2.0, 0.0], "float32"), np.array([1.0, 0.0, 3.5], "float32")
    wide, high = np.array([3.0, 1.5, 6.0], "float32"), np.array([4.0, 8.0, 2.25], "float32")
    masks, weights = layer._generate_batch_mask(x.shape, (left, left + wide, top, top + high))
    given = {"permutation_order": order, "batch_masks": masks, "mix_weight": weights}
    g.case(
        "cut_mix",
        x=x,
        labels=labels,
        order=order,
        left=left,
        top=top,
        wide=wide,
        high=high,
        y=layer.transform_images(x, given),
        y_labels=layer.transform_labels(labels, given),
    )
    dark = np.floor(g.numbers(2, 9, 7, 2, low=0, high=150))
    dark[..., 1] = 30
    case("equalization", L.Equalization(), None, x=dark)
    case("equalization_bins", L.Equalization(bins=10), None, x=g.numbers(2, 9, 7, 1, low=40, high=255))
    case("equalization_range", L.Equalization(value_range=(0, 1)), None, x=g.numbers(2, 9, 7, 1, low=0, high=1))
    C = L.ContrastLimitedAdaptiveHistogramEqualization
    case("clahe", C(), None, x=g.numbers(1, 16, 24, 2, low=0, high=255))
    case("clahe_uneven", C(tile_grid_size=(3, 4)), None, x=g.numbers(2, 10, 13, 1, low=0, high=255))
    case("clahe_unlimited", C(clip_limit=0, tile_grid_size=(2, 2)), None, x=dark)
    case("clahe_range", C(value_range=(0, 1), clip_limit=1.5, tile_grid_size=(2, 3)), None, x=g.numbers(1, 8, 9, 1, low=0, high=1))
    boxes, names = g.numbers(2, 3, 4, low=0, high=10), np.array([[1, 2, 3], [4, 5, 6]])
    for name, most in [("boxes_fewer", 2), ("boxes_more", 5)]:
        y = L.MaxNumBoundingBoxes(most).transform_bounding_boxes({"boxes": boxes, "labels": names}, None)
        g.case(name, x=boxes, labels=names, y=np.asarray(y["boxes"]), y_labels=np.asarray(y["labels"]))
    # changes of fixed strength: what RandAugment and AugMix are made of
    jitter = L.RandomColorJitter(
        brightness_factor=(0.1, 0.1), contrast_factor=(0.2, 0.2), saturation_factor=(0.4, 0.4), hue_factor=(0.0, 0.0)
    )
    # Keras draws the contrast even from a range without width: between 1 - factor and 1 + factor
    jitter.random_contrast = L.RandomContrast((0.0, 0.0))
    case("jitter", jitter, None)
    g.write()


def spectrograms(folder):
    g = Golden(folder, "spectrograms")

    def case(name, layer, x):
        y = layer(x)
        g.case(name, x0=x, **{f"w:{v.name}": v.numpy() for v in layer.weights}, y=y)

    sound, stereo = g.numbers(2, 300), g.numbers(2, 100, 2)
    for mode in ("log", "magnitude", "psd", "real", "imag", "angle", "stft"):
        case(f"stft_{mode}", L.STFTSpectrogram(mode, frame_length=16, frame_step=6), stereo)
    small = {"frame_length": 12, "fft_length": 20, "mode": "magnitude"}
    for name, options in [
        ("same", {"padding": "same", "window": "hamming", "periodic": True}),
        ("spectrum", {"scaling": "spectrum", "expand_dims": True}),
        ("plain", {"scaling": None, "window": None}),
    ]:
        case(f"stft_{name}", L.STFTSpectrogram(**small, **options), stereo)
    first = np.moveaxis(stereo, 1, 2)
    for name, options in [("first", {}), ("first_apart", {"expand_dims": True, "mode": "stft"})]:
        case(f"stft_{name}", L.STFTSpectrogram(**{**small, **options}, data_format="channels_first"), first)
    small = {"fft_length": 64, "sequence_stride": 20, "num_mel_bins": 6, "sampling_rate": 1000}
    for name, options in [
        ("plain", {}),
        ("power", {"power_to_db": False}),
        ("magnitude", {"power_to_db": False, "mag_exp": 1.0, "min_freq": 100.0, "max_freq": 300}),
        ("shorter", {"sequence_length": 40, "window": "hamming"}),
        ("no_window", {"window": None, "top_db": 3.0, "ref_power": 10.0, "min_power": 1.0}),
    ]:
        case(f"mel_{name}", L.MelSpectrogram(**small, **options), sound)
    g.write()


if __name__ == "__main__":
    augmentations(sys.argv[1])
    spectrograms(sys.argv[1])
