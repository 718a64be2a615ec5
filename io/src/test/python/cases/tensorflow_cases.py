"""Lookup layers inside of models; they run on TensorFlow only."""

from keras import layers as L

from case import Case, integers, sequential

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
Case(
    "integer_lookup_int",
    lambda: sequential(
        (4,), L.IntegerLookup(vocabulary=IDS, mask_token=0, num_oov_indices=3), L.Embedding(8, 2), L.Flatten(), L.Dense(2),
        dtype="int64",
    ),
    x=integers(0, 20, 4, dtype="int64"),
)
