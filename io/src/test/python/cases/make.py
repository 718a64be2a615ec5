"""Writes the cases that Keras computes, for the tests of hebb.io and of the conformance command.

    python3 -m venv venv && venv/bin/pip install keras==3.15.1 jax scipy
    KERAS_BACKEND=jax venv/bin/python make.py ../../more-cases [PART-OF-A-NAME...]

Folders that exist stay as they are. With KERAS_BACKEND=tensorflow only the cases of tensorflow_cases.py are written.
"""

import pathlib
import sys
import traceback

import keras

from case import CASES

if keras.backend.backend() == "tensorflow":
    import tensorflow_cases  # noqa: F401
else:
    import convolution_cases  # noqa: F401
    import layer_cases  # noqa: F401
    import loss_cases  # noqa: F401
    import metric_cases  # noqa: F401
    import model_cases  # noqa: F401
    import operation_cases  # noqa: F401
    import optimizer_cases  # noqa: F401
    import preprocessing_cases  # noqa: F401
    import recurrent_cases  # noqa: F401
    import training_cases  # noqa: F401


def main(folder, *parts):
    failed = []
    for name, case in CASES.items():
        wanted = not parts or any(part in name for part in parts)
        if not wanted or (pathlib.Path(folder) / name / "case.json").exists():
            continue
        try:
            case.write(folder)
            print(name, flush=True)
        except Exception:
            traceback.print_exc()
            failed.append(name)
    print(f"{len(CASES)} cases, failed: {failed}")
    return bool(failed)


sys.exit(main(*sys.argv[1:]))
