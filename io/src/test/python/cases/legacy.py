"""Writes whole models in the legacy HDF5 format, and what Keras computes with them.

    KERAS_BACKEND=jax venv/bin/python legacy.py ../../legacy-cases

The folder of a case holds model.h5 (trained for one epoch, with its optimizer's state), x.npy and predict.npy, which
Keras computed after loading. (Keras 3.15 does not go on training from such a file: it restores no optimizer.)
"""

import pathlib
import sys
import zlib

import keras
import numpy as np
from keras import layers as L

import case
from case import functional, inputs, outputs, save


def sequential(shape, *layers, loss=None, **compiled):
    # Keras 3.15 cannot read the strings "mse" and "mae" back from this format.
    return case.sequential(shape, *layers, loss=loss or keras.losses.MeanSquaredError(), **compiled)


def dense():
    return sequential((5,), L.Dense(4, activation="relu"), L.Dropout(0.0), L.Dense(3), optimizer="adam", metrics=[keras.metrics.MeanAbsoluteError()])


def conv():
    return sequential(
        (8, 8, 2), L.Conv2D(3, 3, activation="relu"), L.BatchNormalization(), L.MaxPooling2D(2), L.Flatten(),
        L.Dense(3, activation="softmax"), loss=keras.losses.CategoricalCrossentropy(), optimizer=keras.optimizers.RMSprop(0.01, momentum=0.5),
    )


def text():
    return sequential((6,), L.Embedding(9, 4, mask_zero=True), L.Bidirectional(L.LSTM(3)), L.Dense(1, activation="sigmoid"), dtype="int32", loss=keras.losses.BinaryCrossentropy(), optimizer="adam")


def recurrent():
    return sequential((5, 3), L.GRU(4, return_sequences=True), L.SimpleRNN(3, return_sequences=True), L.TimeDistributed(L.Dense(2)))


def stacked():
    return sequential((5, 3), L.RNN([L.LSTMCell(3), L.GRUCell(2)]), L.Dense(2), optimizer=keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True))


def residual():
    x = keras.Input((5,))
    return functional(x, loss=keras.losses.MeanSquaredError(), outputs= L.Dense(2)(L.Add()([x, L.Dense(5, activation="tanh")(x)])), optimizer="adam")


def several():
    a, b = keras.Input((4,), name="a"), keras.Input((3,), name="b")
    h = L.Concatenate()([L.Dense(3)(a), b])
    return functional([a, b], [L.Dense(1, name="p")(h), L.Dense(2, name="q")(h)], loss={"p": keras.losses.MeanSquaredError(), "q": keras.losses.MeanAbsoluteError()}, loss_weights={"p": 0.5, "q": 1.0})


def nested():
    inner = keras.Sequential([keras.Input((4,)), L.Dense(3, activation="tanh"), L.BatchNormalization()], name="inner")
    x = keras.Input((4,))
    return functional(x, loss=keras.losses.MeanSquaredError(), outputs= L.Dense(2)(inner(x)), optimizer="adamax")


def frozen():
    return sequential((5,), L.Dense(4, trainable=False), L.LayerNormalization(), L.Dense(2, kernel_regularizer="l2", kernel_constraint="max_norm"))


def attention():
    x = keras.Input((4, 6))
    return functional(x, loss=keras.losses.MeanSquaredError(), outputs= L.Dense(2)(L.LayerNormalization()(L.MultiHeadAttention(2, 3)(x, x))), optimizer="nadam")


def separable():
    return sequential((7, 7, 2), L.SeparableConv2D(3, 3), L.DepthwiseConv2D(2), L.PReLU(), L.GlobalAveragePooling2D())


MODELS = [dense, conv, text, recurrent, stacked, residual, several, nested, frozen, attention, separable]


def data(model, random):
    def draw(t):
        if t.dtype == "int32":
            return random.randint(0, 9, (8, *t.shape[1:])).astype("int32")
        return random.standard_normal((8, *t.shape[1:])).astype("float32")

    x, y = [draw(t) for t in model.inputs], [draw(t) for t in model.outputs]
    if "Crossentropy" in type(model.loss).__name__:
        classes = y[0].shape[-1]
        y = [np.eye(classes, dtype="float32")[random.randint(0, classes, 8)] if classes > 1 else (y[0] > 0).astype("float32")]
    return (x[0] if len(x) == 1 else x), (y[0] if len(y) == 1 else y)


def write(folder, build):
    keras.backend.clear_session()
    keras.utils.set_random_seed(zlib.crc32(build.__name__.encode()) % 2**31)
    folder = pathlib.Path(folder) / build.__name__
    folder.mkdir(parents=True, exist_ok=True)
    model = build()
    x, y = data(model, np.random.RandomState(zlib.crc32(build.__name__.encode())))
    model.fit(x, y, batch_size=4, shuffle=False, verbose=0)
    model.save(folder / "model.h5")
    again = keras.models.load_model(folder / "model.h5")
    save(folder / "x", x, inputs(model))
    save(folder / "predict", again.predict(x, verbose=0), outputs(model))


for build in MODELS:
    write(sys.argv[1], build)
