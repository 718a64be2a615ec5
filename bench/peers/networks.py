"""The training data of each network: as many samples as a round takes, made up, in memory.

A network is known by one name here, in keras_peer.py, in torch_peer.py and in HebbNetworks.java. The
values do not matter to the time of a step; that there are as many of them as the steps use does.
"""

import numpy as np


def images(height, width, channels, classes):
    def make(samples):
        random = np.random.default_rng(1)
        x = random.random((samples, height, width, channels), dtype=np.float32)
        y = random.integers(0, classes, samples, dtype=np.int64)
        return x, y

    return make


def reviews(words, length):
    def make(samples):
        random = np.random.default_rng(1)
        x = random.integers(0, words, (samples, length), dtype=np.int32)
        y = random.integers(0, 2, (samples, 1), dtype=np.int64)
        return x, y

    return make


DATA = {
    "mnist-mlp": images(28, 28, 1, classes=10),
    "mnist-cnn": images(28, 28, 1, classes=10),
    "cifar10-cnn": images(32, 32, 3, classes=10),
    "cifar10-cnn-deep": images(32, 32, 3, classes=10),
    "cifar10-ann": images(32, 32, 3, classes=10),
    "imdb-rnn": reviews(words=10_000, length=200),
    "imdb-lstm": reviews(words=10_000, length=200),
}
