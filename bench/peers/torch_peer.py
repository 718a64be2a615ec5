"""PyTorch: a plain training loop over batches in memory, the loss read once a round."""

import time

import numpy as np
import torch
from torch import nn

FORMS = {
    "eager": (False, torch.contiguous_format),
    "eager, channels_last": (False, torch.channels_last),
    "compile": (True, torch.contiguous_format),
    "compile, channels_last": (True, torch.channels_last),
}


def mnist_mlp():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


def mnist_cnn():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(1600, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )


def cifar10_cnn():
    return nn.Sequential(
        nn.Conv2d(3, 32, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(2304, 64),
        nn.ReLU(),
        nn.Linear(64, 10),
    )


def cifar10_cnn_deep():
    return nn.Sequential(
        nn.Conv2d(3, 32, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(64, 128, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(512, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )


def cifar10_ann():
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(3072, 3000),
        nn.ReLU(),
        nn.Linear(3000, 1000),
        nn.ReLU(),
        nn.Linear(1000, 10),
    )


class LastOutput(nn.Module):
    """The output of a recurrent layer at the last time."""

    def __init__(self, recurrent):
        super().__init__()
        self.recurrent = recurrent

    def forward(self, x):
        return self.recurrent(x)[0][:, -1]


def imdb_rnn():
    rnn = nn.RNN(128, 64, nonlinearity="relu", batch_first=True)
    return nn.Sequential(nn.Embedding(10_000, 128), LastOutput(rnn), nn.Linear(64, 1))


def imdb_lstm():
    lstm = nn.LSTM(128, 64, batch_first=True)
    return nn.Sequential(nn.Embedding(10_000, 128), LastOutput(lstm), nn.Linear(64, 1))


NETWORKS = {
    "mnist-mlp": mnist_mlp,
    "mnist-cnn": mnist_cnn,
    "cifar10-cnn": cifar10_cnn,
    "cifar10-cnn-deep": cifar10_cnn_deep,
    "cifar10-ann": cifar10_ann,
    "imdb-rnn": imdb_rnn,
    "imdb-lstm": imdb_lstm,
}


class Peer:
    def __init__(self, form, threads):
        torch.set_num_threads(threads)
        self.compiled, self.memory_format = FORMS[form]
        self.versions = {"torch": torch.__version__}

    def prepare(self, network, x, y, batch):
        torch.manual_seed(1)
        torch._dynamo.reset()
        model = NETWORKS[network]().to(memory_format=self.memory_format)
        if network == "cifar10-ann":
            self.optimizer = torch.optim.SGD(model.parameters(), lr=0.01, fused=True)
        else:
            self.optimizer = torch.optim.Adam(model.parameters(), fused=True)
        images = x.ndim == 4
        criterion = nn.CrossEntropyLoss() if images else nn.BCEWithLogitsLoss()

        def loss(inputs, labels):
            return criterion(model(inputs), labels)

        self.loss = torch.compile(loss) if self.compiled else loss
        inputs, labels = torch.from_numpy(x), torch.from_numpy(y)
        if images:
            inputs = inputs.permute(0, 3, 1, 2)
        else:
            labels = labels.float()
        form = self.memory_format if images else torch.contiguous_format
        self.batches = [
            (part.contiguous(memory_format=form), of_part)
            for part, of_part in zip(inputs.split(batch), labels.split(batch))
        ]

    def step(self, inputs, labels):
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.loss(inputs, labels)
        loss.backward()
        self.optimizer.step()
        return loss

    def block(self, steps):
        """The median of `steps` steps, each timed alone."""
        nanos = []
        for inputs, labels in self.batches[:steps]:
            start = time.perf_counter_ns()
            self.step(inputs, labels)
            nanos.append(time.perf_counter_ns() - start)
        return float(np.median(nanos))

    def round(self, steps):
        """The mean time of a step over `steps` steps, and the loss."""
        start = time.perf_counter_ns()
        for inputs, labels in self.batches[:steps]:
            loss = self.step(inputs, labels)
        loss = loss.item()
        return (time.perf_counter_ns() - start) / steps, loss
