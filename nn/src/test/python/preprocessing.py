"""Writes the numbers of Keras's preprocessing layers, for the tests of hebb.nn to compare with.

    KERAS_BACKEND=jax venv/bin/python preprocessing.py ../resources/hebb/nn
"""

import sys

import numpy as np
from golden import Golden
from keras import layers as L


def divided(layer, *batches):
    """What adapt does, which needs TensorFlow for nothing."""
    for batch in batches:
        layer.update_state(batch)
    layer.finalize_state()
    return layer


def numeric(folder):
    g = Golden(folder, "preprocessing")

    def case(name, layer, x, **more):
        g.case(name, x=x, y=np.asarray(layer(x, **more)))

    def adapted(layer, *shape):
        data = g.numbers(*shape, low=-1, high=3)
        layer.adapt(data)
        return layer, data

    for name, options, shape in [
        ("normalization", {}, (6, 3)),
        ("normalization_scalar", {"axis": None}, (5, 2, 3)),
        ("normalization_axes", {"axis": (1, 2)}, (5, 2, 3)),
        ("normalization_axis_1", {"axis": 1}, (5, 2, 3)),
        ("normalization_inverted", {"invert": True}, (6, 3)),
    ]:
        layer, data = adapted(L.Normalization(**options), *shape)
        x = g.numbers(2, *shape[1:])
        g.case(name, data=data, x=x, y=np.asarray(layer(x)))
    case("normalization_given", L.Normalization(mean=[1.0, 2.0, 3.0], variance=[4.0, 0.25, 0.0]), g.numbers(2, 3))
    case("normalization_number", L.Normalization(mean=2.0, variance=9.0), g.numbers(2, 3))
    for mode in ("int", "one_hot", "multi_hot", "count"):
        case(f"discretization_{mode}", L.Discretization([-1.0, 0.0, 0.5], output_mode=mode), g.numbers(3, 4))
    case("discretization_column", L.Discretization([-1.0, 0.5], output_mode="one_hot"), g.numbers(5, 1))
    for name, bins, epsilon, shape in [
        ("discretization_adapted", 4, 0.01, (30, 2)),
        ("discretization_few", 5, 0.01, (3,)),
        ("discretization_coarse", 7, 0.1, (130,)),
        ("discretization_many", 10, 0.02, (400,)),
    ]:
        data = g.random.standard_normal(shape).astype("float32")
        layer = divided(L.Discretization(num_bins=bins, epsilon=epsilon), data)
        g.case(name, data=data, boundaries=layer.bin_boundaries)
    batches = [g.random.standard_normal(50).astype("float32") for _ in range(3)]
    layer = divided(L.Discretization(num_bins=4, epsilon=0.05), *batches)
    g.case("discretization_batches", data=np.stack(batches), boundaries=layer.bin_boundaries)
    ids = np.array([[0, 2, 2, 1], [3, 3, 3, 0]], "int32")
    case("category_one_hot", L.CategoryEncoding(4, "one_hot"), ids)
    case("category_column", L.CategoryEncoding(4, "one_hot"), ids[:, :1])
    case("category_multi_hot", L.CategoryEncoding(5), ids)
    case("category_count", L.CategoryEncoding(5, "count"), ids)
    case("category_sample", L.CategoryEncoding(5, "count"), ids[0])
    weights = g.numbers(2, 4)
    g.case("category_weighted", x=ids, w=weights, y=np.asarray(L.CategoryEncoding(4, "count")(ids, count_weights=weights)))
    return g


def images(g):
    small, large, grey = g.numbers(2, 4, 5, 2), g.numbers(1, 9, 7, 2), g.numbers(6, 4, 1)

    def case(name, layer, x):
        g.case(name, x=x, y=np.asarray(layer(x)))

    for by in ("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"):
        case(f"resize_{by}_up", L.Resizing(7, 8, by), small)
        case(f"resize_{by}_down", L.Resizing(4, 3, by), large)
        case(f"resize_{by}_smooth", L.Resizing(4, 3, by, antialias=True), large)
    case("resize_one", L.Resizing(3, 5), grey)
    case("resize_crop", L.Resizing(3, 5, crop_to_aspect_ratio=True), large)
    case("resize_pad", L.Resizing(6, 6, pad_to_aspect_ratio=True, fill_value=0.5), large)
    case("resize_pad_wide", L.Resizing(4, 9, pad_to_aspect_ratio=True), small)
    case("resize_first", L.Resizing(3, 2, data_format="channels_first"), g.numbers(2, 3, 4, 5))
    case("resize_bytes", L.Resizing(3, 4), g.random.randint(0, 256, (1, 5, 5, 3)).astype("uint8"))
    case("crop", L.CenterCrop(4, 3), large)
    case("crop_small", L.CenterCrop(6, 3), small)
    case("crop_one", L.CenterCrop(2, 2), grey)
    case("crop_first", L.CenterCrop(2, 3, data_format="channels_first"), g.numbers(2, 3, 4, 5))


def random_images(folder):
    """What the random layers do, with the random numbers given."""
    g = Golden(folder, "random_images")
    x = g.numbers(2, 4, 5, 3, low=0, high=255)

    def case(name, layer, given, **more):
        y = layer.transform_images(x, given, training=True)
        g.case(name, x=x, **more, y=np.asarray(y))

    flips = np.array([1, 0]).reshape(2, 1, 1, 1)
    for mode in ("horizontal", "vertical", "horizontal_and_vertical"):
        case(f"flip_{mode}", L.RandomFlip(mode), {"flips": flips > 0}, factor=flips)
    down, right = np.array([[1.3], [-2.0]], "float32"), np.array([[0.4], [5.5]], "float32")
    for fill in ("constant", "nearest", "wrap", "reflect"):
        for by in ("bilinear", "nearest"):
            layer = L.RandomTranslation(1, 1, fill_mode=fill, interpolation=by, fill_value=7.0)
            given = {"translations": np.concatenate([right, down], 1)}
            case(f"translation_{fill}_{by}", layer, given, down=down, right=right)
    layer = L.RandomRotation(0.5)
    angle = np.array([30.0, -115.0], "float32")
    zeros, ones = np.zeros(2, "float32"), np.ones(2, "float32")
    matrix = layer._compute_affine_matrix(0.5, 0.5, angle, zeros, zeros, ones, zeros, zeros, 4, 5)
    case("rotation", layer, {"rotation_matrix": matrix}, factor=angle * np.pi / 180)
    high, wide = np.array([[0.7], [1.2]], "float32"), np.array([[1.1], [0.6]], "float32")
    case("zoom", L.RandomZoom(0.5, fill_mode="constant"), {"height_zoom": high, "width_zoom": wide}, high=high, wide=wide)
    shear = np.array([[0.3, -0.2], [-0.5, 0.1]], "float32")
    case("shear", L.RandomShear(0.5, 0.5), {"shear_factor": shear}, shear=shear)
    factor = np.array([0.3, -0.4], "float32")
    column = factor.reshape(2, 1, 1, 1)
    case("brightness", L.RandomBrightness(0.5), {"rgb_delta": column * 255}, factor=factor)
    case("contrast", L.RandomContrast(0.5), {"contrast_factor": column + 1}, factor=factor + 1)
    case("degeneration", L.RandomColorDegeneration(0.5), {"factor": column}, factor=factor)
    case("saturation", L.RandomSaturation(0.5, (0, 1)), {"factor": factor + 1}, factor=factor + 1)
    case("hue", L.RandomHue(0.5), {"factor": factor}, factor=factor)
    case("sharpness", L.RandomSharpness(0.5), {"factor": factor}, factor=factor)
    chosen = np.array([True, False])
    case("invert", L.RandomInvert(), {"apply_inversion": chosen}, factor=chosen)
    case("grayscale", L.RandomGrayscale(), chosen.reshape(2, 1, 1, 1), factor=chosen)
    additions, thresholds = np.array([20.0, 0.0]).reshape(2, 1, 1, 1), np.array([128.0, 60.0]).reshape(2, 1, 1, 1)
    given = {"additions": additions, "thresholds": thresholds}
    case("solarization", L.Solarization(), given, additions=additions, thresholds=thresholds)
    case("solarization_range", L.Solarization(value_range=(-255, 510)), given, additions=additions, thresholds=thresholds)
    x[1, :, :, 2] = 9
    case("auto_contrast", L.AutoContrast(), None)
    case("auto_contrast_range", L.AutoContrast((0, 510)), None)
    g.write()


if __name__ == "__main__":
    golden = numeric(sys.argv[1])
    images(golden)
    golden.write()
    random_images(sys.argv[1])
