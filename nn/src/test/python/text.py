"""Writes the numbers of Keras's layers for words, which need TensorFlow, for the tests of hebb.nn to compare with.

    KERAS_BACKEND=tensorflow venv/bin/python text.py ../resources/hebb/nn
"""

import sys

import keras
import numpy as np
from golden import Golden
from keras import layers as L

WORDS = ["cat", "dog", "emu", "fox"]
TEXTS = [
    "The cat, the dog & the EMU!",
    "A fox... a dog\tand a fox;",
    "",
    "Ünder den Linden — the cat's \"fox\"",
]


def lookups(g):
    def strings(name, x, **options):
        g.case(name, y=np.asarray(L.StringLookup(**options)(np.array(x))))

    def integers(name, x, **options):
        x = np.array(x, "int64")
        g.case(name, x=x, y=np.asarray(L.IntegerLookup(**options)(x)))

    some = [["fox", "cat", "yak"], ["", "gnu", "dog"]]
    strings("string_int", some, vocabulary=WORDS)
    strings("string_masked", some, vocabulary=WORDS, mask_token="")
    strings("string_special", some, vocabulary=["", "[UNK]", *WORDS], mask_token="")
    strings("string_oov", some, vocabulary=WORDS, num_oov_indices=3)
    strings("string_salted", some, vocabulary=WORDS, num_oov_indices=3, salt=[7, 9], oov_method="farmhash")
    strings("string_one_hot", ["fox", "yak"], vocabulary=WORDS, output_mode="one_hot")
    strings("string_multi_hot", some, vocabulary=WORDS, output_mode="multi_hot", mask_token="")
    strings("string_count", some, vocabulary=WORDS, output_mode="count", num_oov_indices=2)
    strings("string_padded", some, vocabulary=WORDS, output_mode="count", max_tokens=8, pad_to_max_tokens=True)
    strings("string_tf_idf", some, vocabulary=WORDS, output_mode="tf_idf", idf_weights=[0.1, 0.2, 0.3, 0.4])
    numbers = [[7, 100, 3], [0, -8, 11]]
    integers("integer_int", numbers, vocabulary=[3, 7, 100])
    integers("integer_masked", numbers, vocabulary=[3, 7, 100], mask_token=0)
    integers("integer_oov", numbers, vocabulary=[3, 7, 100], num_oov_indices=3)
    integers("integer_inverted", [[1, 2, 3], [0, 9, 1]], vocabulary=[3, 7, 100], invert=True)
    integers("integer_inverted_masked", [[1, 2, 3], [0, 9, 1]], vocabulary=[3, 7, 100], invert=True, mask_token=0)
    integers("integer_multi_hot", numbers, vocabulary=[3, 7, 100], output_mode="multi_hot", mask_token=0)
    integers("integer_count", numbers, vocabulary=[3, 7, 100], output_mode="count", num_oov_indices=2)
    integers("integer_one_hot", [[7], [8]], vocabulary=[3, 7, 100], output_mode="one_hot")
    integers("integer_tf_idf", numbers, vocabulary=[3, 7, 100], output_mode="tf_idf", idf_weights=[0.5, 0.25, 2.0])
    integers("integer_hashed", numbers, vocabulary=[3, 7, 100], num_oov_indices=4, oov_method="farmhash")
    adapted = L.IntegerLookup(output_mode="tf_idf")
    data = np.array([[5, 5, 7], [7, 9, 9], [9, 9, 5]], "int64")
    adapted.adapt(data)
    g.case("integer_adapted", data=data, vocabulary=adapted.get_vocabulary(), y=np.asarray(adapted(data)))
    limited = L.IntegerLookup(max_tokens=3)
    limited.adapt(data)
    g.case("integer_limited", data=data, vocabulary=limited.get_vocabulary(), y=np.asarray(limited(data)))


def vectorization(g):
    def case(name, **options):
        layer = L.TextVectorization(**options)
        layer.adapt(TEXTS)
        g.case(name, size=layer.vocabulary_size(), y=np.asarray(layer(TEXTS)))
        print(name, layer.get_vocabulary())

    case("vector_int")
    case("vector_length", output_sequence_length=4, max_tokens=6)
    case("vector_longer", output_sequence_length=10)
    case("vector_lower", standardize="lower")
    case("vector_strip", standardize="strip_punctuation")
    case("vector_as_is", standardize=None)
    case("vector_characters", split="character", output_sequence_length=9)
    case("vector_bigrams", ngrams=2)
    case("vector_trigrams_only", ngrams=(3,))
    case("vector_multi_hot", output_mode="multi_hot")
    case("vector_count", output_mode="count", max_tokens=20, pad_to_max_tokens=True)
    case("vector_tf_idf", output_mode="tf_idf")
    case("vector_whole", split=None, standardize="lower")
    given = L.TextVectorization(vocabulary=WORDS)
    g.case("vector_given", size=given.vocabulary_size(), y=np.asarray(given(TEXTS)))


def hashes(g):
    words = np.array([["cat"], ["dog"], ["a much longer text of more than thirty-two letters"], [""]])
    ids = np.array([[1], [22], [-333], [0]], "int64")
    for name, x, options in [
        ("hash_words", words, {}),
        ("hash_salted", words, {"salt": [133, 137]}),
        ("hash_masked", words, {"mask_value": ""}),
        ("hash_numbers", ids, {}),
        ("hash_numbers_masked", ids, {"mask_value": 22, "salt": 5}),
        ("hash_one_hot", words, {"output_mode": "one_hot"}),
    ]:
        g.case(name, y=np.asarray(L.Hashing(7, **options)(x)))
    rows = np.array([["cat", "dog"], ["emu", "cat"]])
    g.case("hash_count", y=np.asarray(L.Hashing(5, output_mode="count")(rows)))
    g.case("cross", y=np.asarray(L.HashedCrossing(1000)((words, ids))))
    g.case("cross_flat", y=np.asarray(L.HashedCrossing(9, output_mode="one_hot")((words[:, 0], ids[:, 0], ids[:, 0]))))


if __name__ == "__main__":
    golden = Golden(sys.argv[1], "text")
    lookups(golden)
    vectorization(golden)
    hashes(golden)
    golden.write()
