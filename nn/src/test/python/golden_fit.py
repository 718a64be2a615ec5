"""Writes what Keras's fit makes of small models, for the tests of hebb.nn to compare with.

    KERAS_BACKEND=jax venv/bin/python golden_fit.py ../resources/hebb/nn
"""

import sys

import keras
import numpy as np
from golden import Golden

K = keras.layers


def fit(folder):
    g = Golden(folder, "fit")
    x, y = g.numbers(11, 3), g.numbers(11, 1)
    labels = np.array([0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0])
    weight = g.numbers(11, low=0, high=2)
    kernel, bias, other = g.numbers(3, 1), g.numbers(1), g.numbers(3, 1)
    g.case(
        "given", x=x, y=y, labels=labels, weight=weight, kernel=kernel, bias=bias, other=other
    )

    def run(name, arguments, *, optimizer=None, compiled=None, y=y, data=x):
        model = keras.Sequential([keras.Input((3,)), K.Dense(1)])
        model.layers[0].set_weights([kernel, bias])
        model.compile(optimizer or keras.optimizers.SGD(0.05), **(compiled or {"loss": "mse"}))
        history = model.fit(
            data, y, **{"batch_size": 4, "epochs": 4, "shuffle": False, "verbose": 0, **arguments}
        )
        g.case(
            name,
            **{f"history:{k}": np.array(v) for k, v in history.history.items()},
            kernel=model.layers[0].kernel.numpy(),
            bias=model.layers[0].bias.numpy(),
        )

    O = keras.optimizers
    run("plain", {})
    run("steps_per_epoch", {"steps_per_epoch": 2})
    run("steps_per_epoch_long", {"steps_per_epoch": 5, "epochs": 3})
    run("initial_epoch", {"initial_epoch": 2})
    run("validation_split", {"validation_split": 0.3, "validation_freq": 2})
    run("validation_epochs", {"validation_split": 0.3, "validation_freq": [1, 4]})
    run(
        "validation_steps",
        {"validation_split": 0.5, "validation_batch_size": 2, "validation_steps": 2},
    )
    run("accumulation", {}, optimizer=O.SGD(0.05, gradient_accumulation_steps=2))
    run("accumulation_three", {"epochs": 5}, optimizer=O.Adam(gradient_accumulation_steps=4))
    run("schedule", {}, optimizer=O.SGD(O.schedules.ExponentialDecay(0.1, 2, 0.5)))
    run("ema", {}, optimizer=O.SGD(0.05, use_ema=True, ema_momentum=0.7))
    both = {"loss": "mse", "metrics": ["mae"], "weighted_metrics": ["mae", "mse"]}
    run("sample_weight", {"sample_weight": weight}, compiled=both)
    logits = keras.losses.BinaryCrossentropy(from_logits=True)
    run(
        "class_weight",
        {"class_weight": {0: 0.5, 1: 2.0}},
        compiled={
            "loss": logits,
            "metrics": [keras.metrics.AUC(name="auc", from_logits=True)],
            "weighted_metrics": [keras.metrics.Recall(thresholds=0.3, name="recall")],
        },
        y=labels,
    )

    def two_outputs(name, sample_weight=None, **measured):
        inputs = keras.Input((3,))
        outputs = [K.Dense(1, name="a")(inputs), K.Dense(1, name="b", use_bias=False)(inputs)]
        model = keras.Model(inputs, outputs)
        model.get_layer("a").set_weights([kernel, bias])
        model.get_layer("b").set_weights([other])
        model.compile(
            O.SGD(0.05),
            loss={"a": "mse", "b": "mae"},
            loss_weights={"a": 0.5, "b": 2.0},
            **measured,
        )
        given = {"sample_weight": sample_weight, "batch_size": 4, "verbose": 0}
        history = model.fit(
            x, [y, y * 2], epochs=3, shuffle=False, validation_split=0.2, **given
        )
        kernels = {n: model.get_layer(n).kernel.numpy() for n in "ab"}
        after = {}
        if sample_weight is not None:
            after = model.evaluate(x, [y, y * 2], return_dict=True, **given)
        g.case(
            name,
            **{f"history:{k}": np.array(v) for k, v in history.history.items()},
            **{f"evaluate:{k}": np.array(v) for k, v in after.items()},
            **kernels,
        )

    two_outputs("two_outputs", metrics={"a": ["mae"], "b": ["mse", "mae"]})
    weighted = {"metrics": {"a": ["mse"]}, "weighted_metrics": {"a": ["mae"], "b": ["mse"]}}
    two_outputs("weights_both", [weight, 3 - weight], **weighted)
    two_outputs("weights_first", [weight, None], **weighted)
    two_outputs("weights_second", [None, 3 - weight], **weighted)
    two_outputs("weights_one", weight, **weighted)
    g.write()


if __name__ == "__main__":
    fit(sys.argv[1])
