"""Opens the models of a folder in Keras and predicts: each m.keras or m.h5 has its x in m.x.npy, and gets a m.predict.npy beside it."""

import pathlib
import sys

import keras
import numpy as np

folder = pathlib.Path(sys.argv[1])
for file in sorted(folder.glob("*.keras")) + sorted(folder.glob("*.h5")):
    model = keras.models.load_model(file)
    x = np.load(f"{file}.x.npy")
    np.save(f"{file}.predict.npy", model.predict(x, verbose=0))
    steps = model.optimizer.iterations
    assert int(steps.numpy() if hasattr(steps, "numpy") else steps) == 2, file
    if file.suffix == ".keras":  # Keras does not go on training from the older format
        model.fit(x, np.load(f"{file}.y.npy"), batch_size=len(x), epochs=1, shuffle=False, verbose=0)
        np.save(f"{file}.after.npy", model.predict(x, verbose=0))
    print(file.name)
