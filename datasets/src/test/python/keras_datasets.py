"""Makes ../resources/hebb/datasets/keras: small files in the formats of Keras's data sets, and what
Keras's loaders return for them. KERAS_BACKEND=jax python keras_datasets.py, with Keras 3.15."""

import json
import pathlib
import pickle
import zipfile

import keras
import numpy as np
from keras.src.datasets import boston_housing, california_housing, imdb, reuters

here = pathlib.Path(__file__).resolve().parent
folder = here.parent / "resources" / "hebb" / "datasets" / "keras"
folder.mkdir(parents=True, exist_ok=True)
rng = np.random.RandomState(1)


def ragged(count):
    """Lists of numbers of words, as the originals hold them."""
    rows = np.empty(count, dtype=object)
    for i in range(count):
        rows[i] = [int(w) for w in rng.zipf(1.3, rng.randint(2, 9)) if w < 100_000]
    rows[0] = [300, 70_000, 1] # numbers of one, two and four bytes
    return rows


def member(array, protocol):
    head = b"\x93NUMPY\x01\x00"
    text = "{'descr': '|O', 'fortran_order': False, 'shape': (%d,), }" % len(array)
    text += " " * (63 - (len(head) + 2 + len(text)) % 64) + "\n"
    content = pickle.dumps(array, protocol=protocol)
    if protocol == 3: # as numpy 1 wrote it
        content = content.replace(b"cnumpy._core.multiarray", b"cnumpy.core.multiarray")
    return head + len(text).to_bytes(2, "little") + text.encode() + content


def save(name, protocol=3, **arrays):
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as out:
        for key, array in arrays.items():
            info = zipfile.ZipInfo(key + ".npy", (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            if array.dtype == object:
                out.writestr(info, member(array, protocol))
            else:
                with out.open(info, "w") as entry:
                    np.lib.format.write_array(entry, array)


def labels(count, classes):
    return rng.randint(0, classes, count)


parts = dict(x_train=ragged(12), y_train=labels(12, 2), x_test=ragged(9), y_test=labels(9, 2))
save("imdb.npz", **parts)
for protocol in (2, 4, 5):
    save(f"imdb_protocol{protocol}.npz", protocol, **parts)
save("reuters.npz", x=ragged(14), y=labels(14, 46))
save("boston_housing.npz", x=rng.rand(11, 13), y=rng.rand(11))
save(
    "california_housing.npz",
    x=rng.rand(11, 8).astype("float32"),
    y=rng.rand(11).astype("float32"),
)
words = {"the": 1, "movie": 2, "déjà": 3, "great": 4}
(folder / "imdb_word_index.json").write_text(json.dumps(words))

for module in (boston_housing, california_housing, imdb, reuters):
    module.get_file = lambda fname, *_, **__: str(folder / fname)


def texts(name, loaded):
    with open(folder / f"{name}.txt", "w") as out:
        for part, (x, y) in zip(("train", "test"), loaded):
            for row, label in zip(x, y):
                print(part, label, *row, file=out)


def numbers(name, loaded):
    with open(folder / f"{name}.txt", "w") as out:
        for part, (x, y) in zip(("train", "test"), loaded):
            for row, target in zip(x, y):
                print(part, repr(float(target)), *(repr(float(v)) for v in row), file=out)


texts("imdb", imdb.load_data())
texts("imdb_options", imdb.load_data(num_words=20, skip_top=5, maxlen=8, seed=7))
texts("imdb_without", imdb.load_data(num_words=20, start_char=None, oov_char=None, index_from=0))
texts("reuters", reuters.load_data())
texts("reuters_split", reuters.load_data(num_words=12, test_split=0.5, seed=3))
numbers("boston", boston_housing.load_data())
numbers("boston_split", boston_housing.load_data(test_split=0.35, seed=5))
numbers("california", california_housing.load_data())
