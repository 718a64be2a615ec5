"""Writes what Keras's callbacks do with made-up losses, for the tests of hebb.nn to compare with.

    KERAS_BACKEND=jax venv/bin/python golden_callbacks.py ../resources/hebb/nn
"""

import sys

import keras
import numpy as np
from golden import Golden


def callbacks(folder):
    g = Golden(folder, "callbacks")
    losses = [1.0, 0.9, 0.91, 0.89995, 0.92, 0.93, 0.7, 0.71, 0.72, 0.73, 0.74, 0.75, 0.6, 0.8, 0.8]
    g.case("given", losses=np.array(losses))
    C = keras.callbacks
    for name, callback in {
        "reduce": C.ReduceLROnPlateau(patience=2),
        "reduce_cooldown": C.ReduceLROnPlateau(patience=1, factor=0.5, cooldown=2, min_lr=0.2),
        "reduce_max": C.ReduceLROnPlateau(patience=3, mode="max", min_delta=0.05, factor=0.3),
    }.items():
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(keras.optimizers.SGD(1.0), "mse")
        callback.set_model(model)
        callback.on_train_begin()
        rates, noted = [], []
        for epoch, loss in enumerate(losses):
            logs = {"val_loss": loss}
            callback.on_epoch_end(epoch, logs)
            noted.append(logs["learning_rate"])
            rates.append(float(model.optimizer.learning_rate.numpy()))
        g.case(name, rates=np.array(rates), noted=np.array(noted))
    g.write()


if __name__ == "__main__":
    callbacks(sys.argv[1])
