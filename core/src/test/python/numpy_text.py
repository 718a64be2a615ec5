"""Writes numpy_text.txt: arrays as numpy prints them, for TensorTextTest.

Of each array a line "type (shape) values", the values repeated to fill the shape, and behind it the
text; a line "=" ends it.
"""
import sys

import numpy as np

random = np.random.RandomState(5)
SHAPES = [(), (1,), (3,), (7,), (30,), (2, 2), (3, 1), (4, 5), (2, 30), (2, 3, 2), (1, 1, 2), (2, 1, 2, 3),
          (2, 2, 25)]
LARGE = [(1001,), (40, 50), (3, 400), (400, 3), (11, 10, 10), (7, 2, 80), (2, 600), (5, 7, 6, 6), (1000,),
         (10, 100), (1, 2000), (1001, 1)]
SPECIAL = [np.nan, np.inf, -np.inf, 0.0, -0.0]


def floats(kind, n):
    normal = random.standard_normal(n)
    return {
        "normal": lambda: normal,
        "whole": lambda: np.round(normal * 100),
        "halves": lambda: np.round(normal * 20) / 2,
        "cents": lambda: np.round(normal, 2),
        "small": lambda: normal * 1e-6,
        "tiny": lambda: normal * 1e-30,
        "large": lambda: normal * 1e7,
        "huge": lambda: normal * 1e25,
        "wide": lambda: normal * 10.0 ** random.randint(-6, 7, n),
        "wider": lambda: normal * 10.0 ** random.randint(-30, 31, n),
        "probabilities": lambda: random.random_sample(n),
        "one small": lambda: np.where(np.arange(n) == 0, 1.5e-4, random.random_sample(n)),
        "edges": lambda: random.choice([1e-4, 9.999e-5, 1e8, 99999999.0, 1e6, 999999.0, 1e16, 1000.0, 1.0], n),
        "ties": lambda: (random.randint(0, 2 ** 20, n) + 0.5) / 2 ** random.randint(1, 30),
        "zeros": lambda: np.zeros(n) * random.choice([-1, 1], n),
        "special": lambda: np.where(random.random_sample(n) < 0.4, random.choice(SPECIAL, n), np.round(normal, 1)),
        "only special": lambda: random.choice(SPECIAL, n),
        "negative zeros": lambda: np.where(random.random_sample(n) < 0.5, -0.0, normal * 1e-7),
        "precise": lambda: normal * 10.0 ** random.randint(-3, 4),
    }[kind]()


KINDS = ["normal", "whole", "halves", "cents", "small", "tiny", "large", "huge", "wide", "wider", "probabilities",
         "one small", "edges", "ties", "zeros", "special", "only special", "negative zeros", "precise"]


def token(v):
    return str(bool(v)) if isinstance(v, (bool, np.bool_)) else repr(v.item())


def case(out, array, values):
    shape = " ".join(map(str, array.shape))
    print(f"{array.dtype} ({shape})", *map(token, values), file=out)
    print(array, "=", sep="\n", file=out)


with open(sys.argv[1], "w") as out:
    for kind in KINDS:
        for dtype in (np.float32, np.float64):
            for shape in [SHAPES[i] for i in random.choice(len(SHAPES), 8, False)] + [LARGE[random.randint(len(LARGE))]]:
                n = min(max(int(np.prod(shape)), 1), 13)
                with np.errstate(over="ignore"):
                    values = floats(kind, n).astype(dtype)
                case(out, np.resize(values, shape), values)
    for dtype, low, high in [("int32", -9, 10), ("int32", -2 ** 31, 2 ** 31), ("int64", 0, 2), ("int64", -2 ** 62, 2 ** 62),
                             ("uint8", 0, 256), ("bool", 0, 2), ("bool", 1, 2)]:
        for shape in SHAPES + LARGE[:3] + [(0,), (2, 0), (0, 3)]:
            values = random.randint(low, high, 13).astype(dtype)[: max(int(np.prod(shape)), 1)]
            case(out, np.resize(values, shape), values)
