"""Models made of models, shared and frozen layers, several inputs and outputs, other number types."""

import keras
from keras import layers as L

from case import OPTIMIZER, Case, functional, integers, one_hot, real, sequential, words


def residual():
    x = keras.Input((8, 8, 3))
    h = L.Conv2D(4, 3, padding="same", use_bias=False)(x)
    h = L.ReLU()(L.BatchNormalization(momentum=0.7)(h))
    for strides in (1, 2):
        y = L.Conv2D(4, 3, strides=strides, padding="same")(h)
        y = L.BatchNormalization(momentum=0.7)(y)
        skip = h if strides == 1 else L.Conv2D(4, 1, strides=2)(h)
        h = L.Activation("relu")(L.Add()([y, skip]))
    return functional(x, L.Dense(3)(L.GlobalAveragePooling2D()(h)))


def inception():
    x = keras.Input((8, 8, 3))
    towers = [
        L.Conv2D(2, 1)(x),
        L.Conv2D(2, 3, padding="same")(L.Conv2D(2, 1, activation="relu")(x)),
        L.AveragePooling2D(3, strides=1, padding="same")(x),
    ]
    return functional(x, L.Dense(3)(L.Flatten()(L.MaxPooling2D(2)(L.Concatenate()(towers)))))


def autoencoder():
    encoder = keras.Sequential([keras.Input((8, 8, 1)), L.Conv2D(3, 3, strides=2, padding="same"), L.Flatten(), L.Dense(4)], name="encoder")
    decoder = keras.Sequential(
        [keras.Input((4,)), L.Dense(48, activation="relu"), L.Reshape((4, 4, 3)), L.Conv2DTranspose(1, 3, strides=2, padding="same")],
        name="decoder",
    )
    x = keras.Input((8, 8, 1))
    return functional(x, decoder(encoder(x)))


def twins():
    tower = keras.Sequential([keras.Input((5,)), L.Dense(4, activation="tanh"), L.Dense(3)])
    a, b = keras.Input((5,), name="a"), keras.Input((5,), name="b")
    return functional([a, b], L.Dense(1)(L.Subtract()([tower(a), tower(b)])))


def several_inner_outputs():
    i = keras.Input((4,))
    inner = keras.Model(i, [L.Dense(3)(i), L.Dense(3, activation="tanh")(i)])
    x = keras.Input((4,))
    return functional(x, L.Dense(2)(L.Multiply()(inner(x))))


def recurrent_reuse():
    layer = L.Dense(4, activation="tanh")
    x = keras.Input((4,))
    h = x
    for _ in range(3):
        h = layer(h)
    return functional(x, L.Dense(2)(h))


def shared_recurrent():
    a, b = keras.Input((5, 3), name="a"), keras.Input((4, 3), name="b")
    layer = L.LSTM(3)
    return functional([a, b], L.Dense(2)(L.Concatenate()([layer(a), layer(b)])))


def frozen_model():
    base = keras.Sequential([keras.Input((6, 6, 2)), L.Conv2D(3, 3), L.BatchNormalization(), L.Flatten()])
    base.trainable = False
    return sequential((6, 6, 2), base, L.Dense(3))


def frozen_some():
    return sequential(
        (5,),
        L.Dense(4, trainable=False),
        L.BatchNormalization(trainable=False),
        L.Dense(4, activation="relu"),
        L.BatchNormalization(momentum=0.5),
        L.Dense(2),
    )


def two_in_two_out(**compiled):
    a, b = keras.Input((4,), name="numbers"), keras.Input((5,), dtype="int32", name="ids")
    h = L.Concatenate()([L.Dense(3)(a), L.Flatten()(L.Embedding(6, 2)(b))])
    price = L.Dense(1, name="price")(h)
    kind = L.Dense(3, activation="softmax", name="kind")(h)
    return functional([a, b], [price, kind], **compiled)


def dict_in_dict_out():
    inputs = {"left": keras.Input((4,), name="left"), "right": keras.Input((3,), name="right")}
    h = L.Concatenate()([inputs["left"], inputs["right"]])
    outputs = {"sum": L.Dense(1, name="sum")(h), "class": L.Dense(3, activation="softmax", name="class")(h)}
    return functional(
        inputs, outputs, loss={"sum": "mse", "class": "categorical_crossentropy"}, loss_weights={"sum": 0.5, "class": 2.0}
    )


# Keras on TensorFlow weighs the last batch as the others in the losses of several outputs: none is smaller here.
def several():
    x = {"numbers": real(4), "ids": words(6, 5)}
    y = [real(1), one_hot(3)]
    sparse = [real(1), integers(0, 3)]
    Case(
        "several_loss_list",
        lambda: two_in_two_out(loss=["mae", "categorical_crossentropy"], loss_weights=[0.7, 1.5]),
        x, y, samples=12,
    )
    Case(
        "several_loss_dict",
        lambda: two_in_two_out(
            loss={"price": keras.losses.Huber(0.5), "kind": "sparse_categorical_crossentropy"},
            loss_weights={"price": 2.0, "kind": 0.3},
            metrics={"price": ["mae", keras.metrics.RootMeanSquaredError()], "kind": "accuracy"},
        ),
        x, sparse, samples=12,
    )
    Case(
        "several_one_loss",
        lambda: two_in_two_out(loss="mse", metrics=[["mse"], ["mae", "accuracy"]]),
        x, y, samples=12,
    )
    Case(
        "several_part_loss",
        lambda: two_in_two_out(loss={"price": "mse", "kind": None}),
        x, y, samples=12,
    )
    Case(
        "several_weighted_metrics",
        lambda: two_in_two_out(
            loss=["mse", "categorical_crossentropy"],
            metrics={"kind": ["accuracy"]},
            weighted_metrics={"price": ["mae"], "kind": ["accuracy"]},
        ),
        x, y, samples=12,
        sample_weight=lambda r, n: [r.rand(n).astype("float32"), r.rand(n).astype("float32") + 0.5],
    )
    Case("several_dict", dict_in_dict_out, {"left": real(4), "right": real(3)}, {"sum": real(1), "class": one_hot(3)}, samples=12)


for name, build in [
    ("model_residual", residual),
    ("model_inception", inception),
    ("model_autoencoder", autoencoder),
    ("model_inner_outputs", several_inner_outputs),
    ("layer_called_thrice", recurrent_reuse),
    ("frozen_model", frozen_model),
    ("frozen_some", frozen_some),
]:
    Case(name, build)
Case("model_twins", twins)
Case("model_shared_recurrent", shared_recurrent)
several()
Case("float64_layer", lambda: sequential((5,), L.Dense(4, dtype="float64", activation="tanh"), L.Dense(2, dtype="float32")))
Case(
    "compile_steps",
    lambda: sequential((5,), L.Dense(3), steps_per_execution=2, optimizer=OPTIMIZER()),
    samples=11,
)
