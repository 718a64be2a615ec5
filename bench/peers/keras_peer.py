"""Keras on TensorFlow: `fit` on arrays, one epoch a round, so that the loss is read once a round.

A round is timed from the beginning of its epoch to the end: `fit` first copies the arrays and sets
up its pipeline, which costs about 30 ms a call and is no part of a step.
"""

import time

import keras
import numpy as np
import tensorflow as tf
from keras import layers

FORMS = {
    "fit": {"jit_compile": "auto"},
    "fit, jit_compile": {"jit_compile": True},
    "fit, steps_per_execution": {"jit_compile": "auto", "steps_per_execution": 50},
    "fit, jit_compile, steps_per_execution": {"jit_compile": True, "steps_per_execution": 50},
}


def mnist_mlp():
    return [
        layers.Input((28, 28, 1)),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]


def mnist_cnn():
    return [
        layers.Input((28, 28, 1)),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]


def cifar10_cnn():
    return [
        layers.Input((32, 32, 3)),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]


def cifar10_cnn_deep():
    return [
        layers.Input((32, 32, 3)),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(128, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]


def cifar10_ann():
    return [
        layers.Input((32, 32, 3)),
        layers.Flatten(),
        layers.Dense(3000, activation="relu"),
        layers.Dense(1000, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]


def imdb_rnn():
    return [
        layers.Input((200,), dtype="int32"),
        layers.Embedding(10_000, 128),
        layers.SimpleRNN(64, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]


def imdb_lstm():
    return [
        layers.Input((200,), dtype="int32"),
        layers.Embedding(10_000, 128),
        layers.LSTM(64),
        layers.Dense(1, activation="sigmoid"),
    ]


CLASSES = "sparse_categorical_crossentropy"
NETWORKS = {
    "mnist-mlp": (mnist_mlp, "adam", CLASSES),
    "mnist-cnn": (mnist_cnn, "adam", CLASSES),
    "cifar10-cnn": (cifar10_cnn, "adam", CLASSES),
    "cifar10-cnn-deep": (cifar10_cnn_deep, "adam", CLASSES),
    "cifar10-ann": (cifar10_ann, "sgd", CLASSES),
    "imdb-rnn": (imdb_rnn, "adam", "binary_crossentropy"),
    "imdb-lstm": (imdb_lstm, "adam", "binary_crossentropy"),
}


class BatchTimes(keras.callbacks.Callback):
    """Nanoseconds of each call of the train function, which runs steps_per_execution steps."""

    def __init__(self):
        super().__init__()
        self.nanos = []

    def on_train_batch_begin(self, batch, logs=None):
        self.start = time.perf_counter_ns()

    def on_train_batch_end(self, batch, logs=None):
        self.nanos.append(time.perf_counter_ns() - self.start)


class EpochTime(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter_ns()

    def on_epoch_end(self, epoch, logs=None):
        self.nanos = time.perf_counter_ns() - self.start


class Peer:
    def __init__(self, form, threads):
        tf.config.threading.set_intra_op_parallelism_threads(threads)
        tf.config.threading.set_inter_op_parallelism_threads(threads)
        self.compile_options = FORMS[form]
        self.versions = {"keras": keras.__version__, "tensorflow": tf.__version__}

    def prepare(self, network, x, y, batch):
        keras.utils.set_random_seed(1)
        network_layers, optimizer, loss = NETWORKS[network]
        self.model = keras.Sequential(network_layers())
        self.model.compile(optimizer, loss, **self.compile_options)
        self.x, self.y, self.batch = x, y, batch

    def fit(self, steps, callback):
        samples = steps * self.batch
        history = self.model.fit(
            self.x[:samples],
            self.y[:samples],
            batch_size=self.batch,
            shuffle=False,
            verbose=0,
            callbacks=[callback],
        )
        return history.history["loss"][0]

    def block(self, steps):
        """The median of `steps` steps, timed one execution at a time."""
        times = BatchTimes()
        self.fit(steps, times)
        return float(np.median(times.nanos)) * len(times.nanos) / steps

    def round(self, steps):
        """The mean time of a step over `steps` steps, and the loss."""
        epoch = EpochTime()
        loss = self.fit(steps, epoch)
        return epoch.nanos / steps, loss
