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


NETWORKS = {"mnist-mlp": mnist_mlp, "mnist-cnn": mnist_cnn}


class Peer:
    def __init__(self, form, threads):
        torch.set_num_threads(threads)
        self.compiled, self.memory_format = FORMS[form]
        self.versions = {"torch": torch.__version__}

    def prepare(self, network, x, y, batch):
        torch.manual_seed(1)
        torch._dynamo.reset()
        model = NETWORKS[network]().to(memory_format=self.memory_format)
        self.optimizer = torch.optim.Adam(model.parameters(), fused=True)
        criterion = nn.CrossEntropyLoss()

        def loss(inputs, labels):
            return criterion(model(inputs), labels)

        self.loss = torch.compile(loss) if self.compiled else loss
        images = torch.from_numpy(x).permute(0, 3, 1, 2)
        self.batches = [
            (part.contiguous(memory_format=self.memory_format), labels)
            for part, labels in zip(images.split(batch), torch.from_numpy(y).split(batch))
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
