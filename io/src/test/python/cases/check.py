"""Computes cases again, on another backend, and names those that differ by more than the tolerances.

    KERAS_BACKEND=tensorflow venv/bin/python check.py ../../more-cases [PART-OF-A-NAME...]
"""

import json
import pathlib
import sys

import keras
import numpy as np

from case import inputs, outputs, packed


def load(folder, name):
    for path in (folder / f"{name}.npy", folder / f"{name}.npz"):
        if path.exists():
            content = np.load(path)
            return dict(content) if path.suffix == ".npz" else content
    return None


def farthest(actual, expected, tolerance):
    """The largest difference in tolerances."""
    actual, expected = np.asarray(actual, "float64"), np.asarray(expected, "float64")
    if actual.shape != expected.shape:
        return np.inf
    return float(np.max(np.abs(actual - expected) / (tolerance + tolerance * np.abs(expected)), initial=0))


def compared(results, expected, names, tolerance):
    expected = [expected[name] for name in names] if isinstance(expected, dict) else [expected]
    return max(farthest(a, e, tolerance) for a, e in zip(keras.tree.flatten(results), expected, strict=True))


def together(model, struct, values, names):
    """As the model has them: arrays by name, put together."""
    return packed(model, struct, [values[name] for name in names]) if isinstance(values, dict) else values


def check(folder):
    about = json.loads((folder / "case.json").read_text())
    model = keras.models.load_model(folder / "initial.keras")
    names = outputs(model)
    x = together(model, "_inputs_struct", load(folder, "x"), inputs(model))
    y = load(folder, "y")
    batch = about["batch_size"]

    def answers(values):
        return together(model, "_outputs_struct", values, names)

    before = compared(model.predict(x, batch_size=batch, verbose=0), load(folder, "predict_initial"), names, 2e-5)
    if about["epochs"] == 0:
        return before
    fit = {key: about[key] for key in ("validation_split", "validation_batch_size", "validation_freq", "initial_epoch") if key in about}
    if "class_weight" in about:
        fit["class_weight"] = {int(k): v for k, v in about["class_weight"].items()}
    if "sample_weight" in about:
        fit["sample_weight"] = answers(load(folder, "sample_weight"))
    if "validation_x" in about:
        held = [together(model, "_inputs_struct", load(folder, "x_validation"), inputs(model)), answers(load(folder, "y_validation"))]
        if "validation_sample_weight" in about:
            held.append(answers(load(folder, "sample_weight_validation")))
        fit["validation_data"] = tuple(held)
    history = model.fit(x, answers(y), batch_size=batch, epochs=about["epochs"], shuffle=False, verbose=0, **fit).history
    expected = json.loads((folder / "history.json").read_text())
    assert sorted(history) == sorted(expected), (sorted(history), sorted(expected))
    numbers = max(
        abs(float(np.mean(a)) - e) / (1e-4 + 1e-3 * abs(e)) for key in expected for a, e in zip(history[key], expected[key])
    )
    after = compared(model.predict(x, batch_size=batch, verbose=0), load(folder, "predict_trained"), names, 2e-4)
    return max(before, numbers, after)


def main(folder, *parts):
    for path in sorted(pathlib.Path(folder).iterdir()):
        if parts and not any(part in path.name for part in parts):
            continue
        keras.backend.clear_session()
        try:
            worst = check(path)
        except Exception as e:
            print(f"{path.name}: {type(e).__name__} {str(e)[:200]}", flush=True)
            continue
        if not worst <= 1:
            print(f"{path.name}: {worst:.3g} times the tolerance", flush=True)
    print("done")


main(*sys.argv[1:])
