"""Makes the files beside it: python make.py, with numpy 2."""

import numpy as np

grid = np.arange(6).reshape(2, 3)
for name in "bool uint8 uint16 uint32 int8 int16 int32 int64 float16 float32 float64".split():
    values = grid % 2 if name == "bool" else grid if name[0] == "u" else grid - 2
    np.save(name, (values / 2 if name[0] == "f" else values).astype(name))
for name in "int16 int32 int64 float16 float32 float64".split():
    np.save("big_" + name, (grid - 2).astype(np.dtype(name).newbyteorder(">")))
np.save("fortran", np.asfortranarray(np.arange(24, dtype="int32").reshape(2, 3, 4)))
np.save("scalar", np.float64(2.5))
np.save("vector", np.arange(5, dtype="float32"))
np.save("empty", np.zeros((0, 3), "float32"))
for version in (2, 3):
    with open(f"version{version}.npy", "wb") as out:
        np.lib.format.write_array(out, grid.astype("float32"), version=(version, 0))
np.save("complex64", grid.astype("complex64"))
np.save("text", np.array(["a", "b"]))
np.save("texts", np.array([["a", "größer"], ["", "日本"]]))
np.save("record", np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f4")]))
np.save("object", np.array([None, {}]), allow_pickle=True)
np.savez("stored", x=grid.astype("float32"), y=np.arange(3))
np.savez_compressed("deflated", x=grid.astype("float32"), y=np.arange(3))
