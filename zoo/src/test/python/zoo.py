"""Writes what Keras makes of the zoo's architectures, for the tests of hebb.zoo.

    python3 -m venv venv && venv/bin/pip install keras==3.15.1 jax pillow h5py
    KERAS_BACKEND=jax venv/bin/python zoo.py ../resources/hebb/zoo

Weights repeat a few numbers, so that files of a hundred megabytes are small when packed.
"""

import gzip
import io
import sys
from pathlib import Path

import h5py
import keras
import numpy as np
from keras.applications import MobileNet, ResNet50, VGG16, mobilenet
from keras.src.legacy.saving import legacy_h5_format

FOLDER = Path(sys.argv[1])
PRIMES = [5, 7, 11, 13, 17, 19, 23, 29, 31, 37]


def architectures():
    yield "vgg16", VGG16(weights=None)
    yield "resnet50", ResNet50(weights=None)
    yield "mobilenet", MobileNet(weights=None, alpha=0.25)
    yield "mobilenet_no_top", MobileNet(
        weights=None, alpha=0.5, depth_multiplier=2, include_top=False, pooling="avg"
    )


def describe(name, model):
    text = io.StringIO()
    model.summary(print_fn=lambda line, line_break=True: text.write(line))
    (FOLDER / f"{name}.summary.txt").write_text(text.getvalue())
    pack(f"{name}.json.gz", model.to_json().encode())


def pack(name, data):
    with open(FOLDER / name, "wb") as file:
        with gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
            packed.write(data)


def pattern(n, variable):
    """Numbers that repeat, of the size that a weight of that name should have."""
    prime = PRIMES[n % len(PRIMES)]
    values = np.resize(np.arange(prime) / (prime - 1), int(np.prod(variable.shape)))
    values = values.reshape(variable.shape)
    match variable.name:
        case "gamma":
            return 0.1 + 0.3 * values
        case "moving_variance":
            return 0.5 + values
        case "beta" | "moving_mean" | "bias":
            return 0.2 * values - 0.1
    return (values - 0.5) * np.sqrt(24 / np.prod(variable.shape[:-1]))


def weights(name, model):
    """The file as it was published: weights only, in the older form."""
    for n, variable in enumerate(model.weights):
        variable.assign(pattern(n, variable))
    data = io.BytesIO()
    with h5py.File(data, "w") as file:
        legacy_h5_format.save_weights_to_hdf5_group(file, model)
    pack(f"{name}_weights_tf_dim_ordering_tf_kernels_notop.h5.gz", data.getvalue())
    image = np.random.RandomState(0).randint(0, 256, (1, 64, 64, 3)).astype("float32")
    np.save(FOLDER / f"{name}.x.npy", image.astype("uint8"))
    module = sys.modules[f"keras.applications.{name}"]
    np.save(FOLDER / f"{name}.y.npy", model.predict(module.preprocess_input(image), verbose=0))


def photographs(model):
    for name in ["china", "flower"]:
        for by in ["nearest", "bilinear"]:
            image = keras.utils.load_img(
                FOLDER / f"{name}.jpg", target_size=(224, 224), interpolation=by
            )
            x = mobilenet.preprocess_input(keras.utils.img_to_array(image)[None])
            np.save(FOLDER / f"{name}.{by}.npy", model.predict(x, verbose=0))
            if by == "bilinear":
                image.save(FOLDER / f"{name}.png")


for name, model in architectures():
    describe(name, model)
    keras.utils.clear_session()
for name, architecture in [("vgg16", VGG16), ("resnet50", ResNet50)]:
    weights(name, architecture(weights=None, include_top=False, pooling="avg"))
photographs(keras.saving.load_model(FOLDER / "mobilenet_2_5_224_tf.h5"))
