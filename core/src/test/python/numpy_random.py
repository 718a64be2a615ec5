"""Writes numpy_random.txt: numbers of numpy's RandomState, for NumpyRandomTest.

A line "seed N…" begins anew; the others are calls with their arguments, the size behind "/", and
behind ":" the numbers, or of long results the CRC-32 of their bytes, big-endian, behind "#".
"""
import sys
import zlib

import numpy as np

SEEDS = ["0", "1", "7", "42", "113", "123456789", "2147483648", "4294967295", "[0]", "[42]",
         "[1, 2, 3]", "[4294967295, 0, 4294967295]", str(list(range(700)))]
CALLS = """
rand / 3
randn / 3
randint 0 10 int64 / 5
permutation 6
uniform -1 1 / 2 2
normal 5 0.5 / 5
normal -3 0 / 2
exponential 2.5 / 4
rand /
randn /
randint 3 4 int64 / 2
randint -5 5 int64 /
randint 0 4294967296 int64 / 3
randint 0 4294967297 int64 / 3
randint -9223372036854775808 9223372036854775807 int64 / 3
randint 0 9223372036854775807 int64 / 3
randint 0 256 uint8 / 7
randint 3 200 uint8 / 7
randint 9 10 uint8 / 2
randint 0 2 bool / 40
randint 1 2 bool / 2
randint -2147483648 2147483648 int32 / 3
randint -1000 1000 int32 / 2 3
randint 0 1 int32 / 2
randn / 2 1 2
permutation 1
permutation 0
permutation 20
shuffle 9
choice 5 True / 6
choice 5 False / 5
choice 100 False / 2 3
weighted 0.1 0.2 0.3 0.4 True / 8
weighted 0.1 0 0.5 0.4 False / 3
weighted 0.05 0.05 0.05 0.05 0.05 0.05 0.3 0.4 False / 2 4
rand / 1000
randn / 39
randint 0 1000 int64 / 1000
randint 0 100 int32 / 1000
randint 0 100 uint8 / 1001
exponential 1 / 40
permutation 5000
rand / 1
randn / 1
"""


def call(random, name, arguments, size):
    if name == "rand":
        return random.random_sample(size)
    if name == "randn":
        return random.standard_normal(size)
    if name in ("uniform", "normal"):
        return getattr(random, name)(*map(float, arguments), size=size)
    if name == "exponential":
        return random.exponential(float(arguments[0]), size)
    if name == "randint":
        return random.randint(int(arguments[0]), int(arguments[1]), size, arguments[2])
    if name == "permutation":
        return random.permutation(int(arguments[0]))
    if name == "shuffle":
        values = list(range(int(arguments[0])))
        random.shuffle(values)
        return values
    replace = arguments[-1] == "True"
    if name == "choice":
        return random.choice(int(arguments[0]), size, replace)
    p = [float(a) for a in arguments[:-1]]
    return random.choice(len(p), size, replace, p)


with open(sys.argv[1], "w") as out:
    for seed in SEEDS:
        random = np.random.RandomState(eval(seed))
        print("seed", seed.strip("[]").replace(",", "") + (" array" if "[" in seed else ""), file=out)
        for line in CALLS.strip().splitlines():
            words, _, size = line.partition("/")
            name, *arguments = words.split()
            values = call(random, name, arguments, tuple(map(int, size.split())) or None)
            values = np.ravel(values)
            if values.size > 40:
                wide = np.float64 if values.dtype.kind == "f" else np.int64
                text = f"# {zlib.crc32(values.astype(wide).astype('>' + wide().dtype.str[1:]).tobytes())}"
            else:
                text = ": " + " ".join(repr(v) for v in values.tolist())
            print(f"{line.strip()} {text}".replace("True", "true").replace("False", "false"), file=out)
