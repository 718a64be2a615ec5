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


def keyed(**compiled):
    """Keys that are not the names of the layers."""
    a, b = keras.Input((4,), name="first"), keras.Input((3,), name="second")
    h = L.Concatenate()([L.Dense(3, activation="tanh")(a), b])
    return functional({"left": b, "right": a}, {"p": L.Dense(1)(h), "kind": L.Dense(3, activation="softmax")(h)}, **compiled)


def one_keyed():
    x = keras.Input((4,), name="numbers")
    return functional({"x": x}, {"y": L.Dense(2)(x)}, loss={"y": "mae"}, metrics=["mse"])


def nested(**compiled):
    a, b, c = keras.Input((4,), name="a"), keras.Input((3,), name="b"), keras.Input((2,), name="c")
    h = L.Concatenate()([a, b, c])
    outputs = {"pair": [L.Dense(2, name="one")(h), L.Dense(1, name="two")(h)], "rest": {"deep": L.Dense(3, name="three")(h)}}
    return functional({"some": [a, b], "other": c}, outputs, **compiled)


def lists_in_list(**compiled):
    x = keras.Input((4,))
    outputs = [[L.Dense(2, name="one")(x), L.Dense(1, name="two")(x)], L.Dense(3, name="three")(x)]
    return functional(x, outputs, **compiled)


def inner_keyed():
    """A model with keys as a layer of another, which gives it other tensors under them."""
    a, b = keras.Input((4,), name="a"), keras.Input((3,), name="b")
    inner = keras.Model({"u": a, "v": b}, {"s": L.Dense(2)(L.Concatenate()([a, b])), "t": L.Dense(2)(b)}, name="inner")
    x, y = keras.Input((4,), name="x"), keras.Input((3,), name="y")
    made = inner({"u": x, "v": y})
    return functional([x, y], L.Dense(2)(made["s"] * made["t"]))


def structures():
    losses = {"p": "mse", "kind": "sparse_categorical_crossentropy"}
    Case(
        "structure_keyed",
        lambda: keyed(loss=losses, loss_weights={"p": 0.3, "kind": 2.0}, metrics={"kind": ["accuracy"], "p": "mae"}),
        y=[integers(0, 3), real(1)], samples=12,
    )
    Case("structure_keyed_list", lambda: keyed(loss=["mse", "mae"], metrics=[["mae"], ["mse", "mae"]]), y=[real(3), real(1)], samples=12)
    Case(
        "structure_keyed_weights",
        lambda: keyed(loss=losses, weighted_metrics={"p": ["mae"]}),
        y=[integers(0, 3), real(1)], samples=12,
        sample_weight=lambda r, n: {"kind": r.rand(n).astype("float32"), "p": r.rand(n).astype("float32") + 0.5},
    )
    Case("structure_keyed_part", lambda: keyed(loss={"p": "mse"}), y=[real(3), real(1)], samples=12)
    Case("structure_one_keyed", one_keyed, samples=12)
    Case(
        "structure_nested",
        lambda: nested(
            loss={"pair": ["mse", "mae"], "rest": {"deep": "mse"}},
            loss_weights={"pair": [0.5, 2.0], "rest": {"deep": 1.5}},
            metrics={"pair": [["mae"], ["mse"]], "rest": {"deep": ["mae"]}},
        ),
        samples=12,
    )
    Case("structure_nested_one_loss", lambda: nested(loss="mse"), samples=12)
    Case("structure_lists", lambda: lists_in_list(loss=[["mse", "mae"], "mse"], loss_weights=[[0.5, 2.0], 0.7]), samples=12)
    Case("structure_list_of_one", lambda: two_of_one(), samples=12)
    Case("structure_inner", inner_keyed, samples=12)


def two_of_one():
    x = keras.Input((4,), name="numbers")
    return functional([x], [L.Dense(2)(x)], metrics=["mae"])


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
structures()
Case("float64_layer", lambda: sequential((5,), L.Dense(4, dtype="float64", activation="tanh"), L.Dense(2, dtype="float32")))
def wide(shape, *layers, dtype="float64", **compiled):
    """All in float64, by the policy of every layer."""
    model = sequential(shape, *layers, dtype=dtype, **compiled)
    assert all(v.dtype == "float64" for v in model.trainable_variables)
    return model


F = dict(dtype="float64")
Case("float64_dense", lambda: wide((5,), L.Dense(4, activation="tanh", **F), L.Dense(2, **F), metrics=["mae"]), x=real(5, dtype="float64"))
Case(
    "float64_conv",
    lambda: wide((6, 6, 2), L.Conv2D(3, 3, activation="relu", **F), L.BatchNormalization(**F), L.MaxPooling2D(2, **F), L.Flatten(**F), L.Dense(2, **F)),
    x=real(6, 6, 2, dtype="float64"),
)
Case("float64_lstm", lambda: wide((4, 3), L.LSTM(3, **F), L.Dense(2, **F), optimizer=keras.optimizers.Adam(0.01)), x=real(4, 3, dtype="float64"))
Case(
    "float64_mixed",
    lambda: sequential((5,), L.Dense(4, activation="tanh"), L.Dense(3, **F), L.LayerNormalization(**F), L.Dense(2), optimizer="adam"),
)
Case(
    "float64_classes",
    lambda: wide((4, 6), L.Dense(6, activation="gelu", **F), L.GlobalAveragePooling1D(**F), L.Dense(2, activation="softmax", **F), loss="categorical_crossentropy"),
    x=real(4, 6, dtype="float64"), y=one_hot(2),
)
Case(
    "compile_steps",
    lambda: sequential((5,), L.Dense(3), steps_per_execution=2, optimizer=OPTIMIZER()),
    samples=11,
)
