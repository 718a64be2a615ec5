"""Cases that Keras computes on TensorFlow only.

On JAX it cannot look things up, forgets states from batch to batch, the masks of metrics while it trains, and what a
layer assigns to weights that are trained.
"""

import numpy as np
from keras import layers as L
from keras import losses

from case import Case, integers, one_hot, real, sentences, sequential, words

Case(
    "spectralnorm_conv",
    lambda: sequential((6, 6, 2), L.Dense(2), L.SpectralNormalization(L.Conv2D(3, 3), power_iterations=2), L.Dense(2)),
)
IDS = [7, 3, 11, 5]
for name, layer in [
    ("one_hot", lambda: L.IntegerLookup(vocabulary=IDS, output_mode="one_hot")),
    ("multi_hot", lambda: L.IntegerLookup(vocabulary=IDS, output_mode="multi_hot", num_oov_indices=2)),
    ("count", lambda: L.IntegerLookup(vocabulary=IDS, output_mode="count", num_oov_indices=0)),
    ("tf_idf", lambda: L.IntegerLookup(vocabulary=IDS, output_mode="tf_idf", idf_weights=[0.3, 0.5, 0.7, 0.9])),
    ("padded", lambda: L.IntegerLookup(max_tokens=9, vocabulary=IDS, output_mode="count", pad_to_max_tokens=True)),
]:
    shape = (1,) if name == "one_hot" else (4,)
    low, high = (3, 6) if name == "count" else (2, 13)
    x = (lambda r, n: r.choice(IDS, (n, 4)).astype("int64")) if name == "count" else integers(low, high, *shape, dtype="int64")
    Case(
        f"integer_lookup_{name}",
        lambda layer=layer, shape=shape: sequential(shape, layer(), L.Dense(2), dtype="int64"),
        x=x,
    )


def adapted(layer):
    layer.adapt(np.array([[7, 7, 3], [7, 5, 3], [7, 2, 5]], "int64"))
    return layer


Case(
    "integer_lookup_adapted",
    lambda: sequential(
        (4,), adapted(L.IntegerLookup(output_mode="tf_idf", num_oov_indices=2, mask_token=0)), L.Dense(2),
        dtype="int64",
    ),
    x=integers(0, 9, 4, dtype="int64"),
)
Case(
    "integer_lookup_int",
    lambda: sequential(
        (4,), L.IntegerLookup(vocabulary=IDS, mask_token=0, num_oov_indices=3), L.Embedding(8, 2), L.Flatten(), L.Dense(2),
        dtype="int64",
    ),
    x=integers(0, 20, 4, dtype="int64"),
)
for name, kind in [("simplernn", L.SimpleRNN), ("lstm", L.LSTM), ("gru", L.GRU)]:
    Case(
        f"{name}_stateful",
        lambda kind=kind: sequential((5, 3), kind(4, stateful=True), L.Dense(2), batch=4),
        samples=12,
    )


def per_step(loss, **compiled):
    """The mask of the embedding reaches the loss."""
    return sequential(
        (6,),
        L.Embedding(8, 4, mask_zero=True),
        L.LSTM(3, return_sequences=True),
        L.Dense(3, activation="softmax"),
        dtype="int32",
        loss=loss,
        **compiled,
    )


for name, loss, y in [
    ("scce", "sparse_categorical_crossentropy", integers(0, 3, 6)),
    ("cce_sum", losses.CategoricalCrossentropy(reduction="sum"), one_hot(3, 6)),
    ("mse_mean", losses.MeanSquaredError("mean"), real(6, 3)),
]:
    Case(f"mask_in_loss_{name}", lambda loss=loss: per_step(loss, metrics=["accuracy"]), words(8, 6), y)
Case(
    "mask_in_loss_weighted",
    lambda: per_step("sparse_categorical_crossentropy", weighted_metrics=["accuracy"]),
    words(8, 6),
    integers(0, 3, 6),
    sample_weight=lambda r, n: r.rand(n, 6).astype("float32"),
)

WORDS = ["The", "cat", "sat", "on", "a", "mat!", "dog,", "barks", "loudly", "Übung", "naïve"]
CORPUS = np.array(["the cat sat on the mat", "a dog barked", "The dog barks loudly at the cat", "Übung macht"])


def taught(**options):
    layer = L.TextVectorization(**options)
    layer.adapt(CORPUS)
    return layer


def text_model(shape, *layers, **compiled):
    return sequential(shape, *layers, dtype="string", **compiled)


Case(
    "text_embedded",
    lambda: text_model((1,), taught(max_tokens=12, output_sequence_length=5), L.Embedding(12, 4, mask_zero=True), L.LSTM(3), L.Dense(1)),
    x=sentences(*WORDS, shape=(1,)),
)
Case(
    "text_flat",
    lambda: text_model((), taught(output_sequence_length=4), L.Embedding(20, 4), L.Flatten(), L.Dense(2)),
    x=sentences(*WORDS),
)
Case(
    "text_multi_hot",
    lambda: text_model((1,), taught(output_mode="multi_hot", ngrams=2), L.Dense(2)),
    x=sentences(*WORDS, shape=(1,)),
    y=real(2),
)
Case(
    "text_tf_idf",
    lambda: text_model((), taught(output_mode="tf_idf", max_tokens=14, pad_to_max_tokens=True), L.Dense(2)),
    x=sentences(*WORDS),
)
Case(
    "text_looked_up",
    lambda: text_model((3,), L.StringLookup(vocabulary=["cat", "dog,", "on"], mask_token="", num_oov_indices=2), L.Embedding(6, 3), L.Flatten(), L.Dense(2)),
    x=sentences(*WORDS, length=1, shape=(3,)),
)
Case(
    "text_one_hot",
    lambda: text_model((1,), L.StringLookup(vocabulary=["cat", "dog,"], output_mode="one_hot"), L.Dense(2)),
    x=sentences(*WORDS, length=1, shape=(1,)),
)
Case(
    "text_hashed",
    lambda: text_model((2,), L.Hashing(7, output_mode="multi_hot"), L.Dense(2)),
    x=sentences(*WORDS, length=2, shape=(2,)),
)
