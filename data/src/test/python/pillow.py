"""Writes what Pillow makes of an image in other sizes, for PillowTest.

    python3 -m venv venv && venv/bin/pip install pillow numpy
    venv/bin/python pillow.py > ../resources/hebb/data/image/pillow.txt
"""

import numpy as np
from PIL import Image

image = np.random.RandomState(0).randint(0, 256, (7, 5, 3)).astype("uint8")


def line(name, array):
    print(name, *array.ravel())


line("image", image)
line("grey", np.asarray(Image.fromarray(image).convert("L")))
for name, method in [
    ("nearest", Image.NEAREST),
    ("bilinear", Image.BILINEAR),
    ("bicubic", Image.BICUBIC),
    ("lanczos3", Image.LANCZOS),
]:
    line(f"{name}_4_3", np.asarray(Image.fromarray(image).resize((3, 4), method)))
    line(f"{name}_9_6", np.asarray(Image.fromarray(image).resize((6, 9), method)))
    # steps that add up to whole numbers, or just below them
    large = np.asarray(Image.fromarray(image).resize((40, 20), Image.BICUBIC))
    line(f"{name}_large_7_14", np.asarray(Image.fromarray(large).resize((14, 7), method)))
