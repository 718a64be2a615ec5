"""A case: a compiled model, its data, and what Keras computes with them before and after training.

The folder of a case holds

    initial.keras                    the compiled model; its optimizer has no slots yet
    x.npy, y.npy                     the data; .npz by input and output name where there are several
    predict_initial.npy              what the model predicts (.npz for several outputs)
    case.json                        how it is trained
    history.json                     Keras's name to one number an epoch (a vector's mean)
    predict_trained.npy, trained.weights.h5

A case of no epochs lacks the last three. Besides name, batch_size, epochs, shuffle and keras, case.json may have

    class_weight                     class (as a text) to weight
    sample_weight                    name of the file of sample weights (.npz by output name where there are several)
    validation_split                 fraction at the end that is held back
    validation_x, validation_y, validation_sample_weight    names of files
    validation_batch_size, validation_freq, initial_epoch

Keras computes all of it with the model that it loads from initial.keras, in this order: predict, fit, predict.
"""

import json
import pathlib
import zipfile
import zlib

import keras
import numpy as np

OPTIMIZER = lambda: keras.optimizers.SGD(0.05)
CASES = {}


class Case:
    def __init__(self, name, model, x=None, y=None, samples=10, batch=4, epochs=2, read_back=True, **fit):
        assert name not in CASES, name
        CASES[name] = self
        self.read_back = read_back
        self.name, self.model, self.x, self.y = name, model, x, y
        self.samples, self.batch, self.epochs, self.fit = samples, batch, epochs, fit
        self.random = np.random.RandomState(zlib.crc32(name.encode()))

    def write(self, folder):
        keras.config.set_floatx("float32")
        keras.config.set_dtype_policy("float32")
        keras.backend.clear_session()
        keras.utils.set_random_seed(zlib.crc32(self.name.encode()) % 2**31)
        folder = pathlib.Path(folder) / self.name
        folder.mkdir(parents=True, exist_ok=True)
        model = self.model()
        self.shake(model)
        x, y = self.data(model, self.samples)
        fit, about = self.training(folder, model)
        save(folder / "x", x, inputs(model))
        save(folder / "y", y, outputs(model))
        model.save(folder / "initial.keras")
        deflate(folder / "initial.keras")
        # from here on what the file says, which is not always what was meant
        if self.read_back:
            model = keras.models.load_model(folder / "initial.keras")
        x = fed(x)
        before = model.predict(x, batch_size=self.batch, verbose=0)
        save(folder / "predict_initial", before, outputs(model))
        (folder / "case.json").write_text(json.dumps(about, indent=1))
        if self.epochs == 0:
            return
        history = model.fit(
            x, y, batch_size=self.batch, epochs=self.epochs, shuffle=False, verbose=0, **fit
        ).history
        after = model.predict(x, batch_size=self.batch, verbose=0)
        save(folder / "predict_trained", after, outputs(model))
        for value in [*keras.tree.flatten(after), *keras.tree.flatten(before)]:
            assert np.isfinite(value).all(), "not finite"
        numbers = {k: [float(np.mean(v)) for v in history[k]] for k in sorted(history)}
        (folder / "history.json").write_text(json.dumps(numbers, indent=1))
        model.save_weights(folder / "trained.weights.h5")

    def shake(self, model):
        """Moves each weight a little, so that no bias is zero and no scale is one."""
        for v in model.trainable_variables:
            v.assign(v.numpy() + self.random.uniform(-0.2, 0.2, v.shape).astype(v.dtype))

    def data(self, model, samples):
        x = drawn(self.x, model.inputs, inputs(model), self.random, samples)
        y = drawn(self.y, model.outputs, outputs(model), self.random, samples)
        return packed(model, "_inputs_struct", x), packed(model, "_outputs_struct", y)

    def training(self, folder, model):
        """The arguments of fit, and case.json."""
        about = {"name": self.name, "batch_size": self.batch, "epochs": self.epochs, "shuffle": False}
        about["keras"] = keras.__version__
        fit = {}
        for key, value in self.fit.items():
            if key == "validation":
                x, y = self.data(model, value)
                about["validation_x"] = save(folder / "x_validation", x, inputs(model))
                about["validation_y"] = save(folder / "y_validation", y, outputs(model))
                fit["validation_data"] = (x, y)
                if "validation_weights" in self.fit:
                    w = self.fit["validation_weights"](self.random, value)
                    about["validation_sample_weight"] = save(
                        folder / "sample_weight_validation", w, outputs(model)
                    )
                    fit["validation_data"] = (x, y, w)
            elif key == "validation_weights":
                pass
            elif key == "sample_weight":
                fit[key] = value(self.random, self.samples)
                about[key] = save(folder / "sample_weight", fit[key], outputs(model))
            else:
                fit[key] = value
                about[key] = {str(k): v for k, v in value.items()} if key == "class_weight" else value
        return fit, about


def deflate(path):
    """Keras does not compress its zip files; compressed ones are as good, and a quarter as large."""
    with zipfile.ZipFile(path) as stored:
        entries = [(entry, stored.read(entry)) for entry in stored.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as deflated:
        for entry, content in entries:
            deflated.writestr(entry.filename, content)


def inputs(model):
    """The names of the inputs: their keys, or those of their Inputs."""
    struct = getattr(model, "_inputs_struct", model.inputs)  # a Sequential has a list of one
    return names(struct, lambda t: t.name)


def outputs(model):
    """The names by which Keras logs the outputs: their keys, or those of the layers that make them."""
    return names(model._outputs_struct, lambda t: t._keras_history.operation.name) if hasattr(model, "_outputs_struct") else ["y"]


def names(struct, own):
    """What leads to each tensor, "p/0/dense": keys, and places in lists, the last of these the tensor's own name."""
    return ["/".join([*map(str, path[:-1]), path[-1] if path and isinstance(path[-1], str) else own(t)]) for path, t in paths(struct)]


def paths(struct, path=()):
    if isinstance(struct, dict):
        return [p for key in sorted(struct) for p in paths(struct[key], (*path, key))]
    if isinstance(struct, (list, tuple)):
        return [p for i, item in enumerate(struct) for p in paths(item, (*path, i))]
    return [(path, struct)]


def fed(x):
    """Texts as TensorFlow takes them."""
    if not any(v.dtype.kind == "U" for v in keras.tree.flatten(x)):
        return x
    import tensorflow as tf

    return keras.tree.map_structure(tf.constant, x)


def packed(model, struct, data):
    """Data put together as the model wants them."""
    if isinstance(data, list) and hasattr(model, struct):
        return keras.tree.pack_sequence_as(getattr(model, struct), data)
    return data


def drawn(spec, tensors, names, random, samples):
    """Data for these tensors: by the spec, else normal numbers of their shapes."""
    if spec is None:
        spec = [real(*t.shape[1:]) for t in tensors]
        spec = spec[0] if len(spec) == 1 else spec
    if isinstance(spec, dict):
        return {name: spec[name](random, samples) for name in names}
    if isinstance(spec, list):
        return [s(random, samples) for s in spec]
    return spec(random, samples)


def save(path, value, names):
    """Writes .npy for one array, .npz by name for several; returns the file's name."""
    if isinstance(value, (list, tuple, dict)):
        values = keras.tree.flatten(value)
        assert len(set(names)) == len(values), names
        np.savez(path.with_suffix(".npz"), **dict(zip(names, values)))
        return path.with_suffix(".npz").name
    np.save(path.with_suffix(".npy"), value)
    return path.with_suffix(".npy").name


def real(*shape, scale=1.0, dtype="float32"):
    return lambda r, n: (scale * r.standard_normal((n, *shape))).astype(dtype)


def between(low, high, *shape, dtype="float32"):
    return lambda r, n: r.uniform(low, high, (n, *shape)).astype(dtype)


def integers(low, high, *shape, dtype="int32"):
    return lambda r, n: r.randint(low, high, (n, *shape)).astype(dtype)


def one_hot(classes, *shape):
    return lambda r, n: np.eye(classes, dtype="float32")[r.randint(0, classes, (n, *shape))]


def distributions(classes):
    return lambda r, n: r.dirichlet(np.ones(classes), n).astype("float32")


def words(vocabulary, length, padding="post"):
    """Sentences of 1 to `length` words, padded with zeros."""

    def draw(r, n):
        x = r.randint(1, vocabulary, (n, length))
        for row, kept in zip(x, r.randint(1, length + 1, n)):
            row[kept:] = 0
            if padding == "pre":
                row[:] = np.roll(row, length - kept)
        return x.astype("int32")

    return draw


def sentences(*words, length=6, shape=()):
    """Texts of 1 to `length` of these words."""

    def draw(r, n):
        texts = [" ".join(r.choice(words, r.randint(1, length + 1))) for _ in range(n * int(np.prod(shape)))]
        return np.array(texts).reshape((n, *shape))

    return draw


def series(length, width, padding="post"):
    """Series of 1 to `length` steps, the others all zeros, for Masking."""

    def draw(r, n):
        x = r.standard_normal((n, length, width)).astype("float32")
        for row, kept in zip(x, r.randint(1, length + 1, n)):
            (row[kept:] if padding == "post" else row[: length - kept])[:] = 0
        return x

    return draw


def sequential(shape, *layers, dtype="float32", batch=None, loss="mse", optimizer=None, **compiled):
    """A compiled Sequential model."""
    start = keras.Input(shape, batch_size=batch, dtype=dtype)
    model = keras.Sequential([start, *layers])
    model.compile(optimizer or OPTIMIZER(), loss, **compiled)
    return model


def functional(inputs, outputs, loss="mse", optimizer=None, **compiled):
    """A compiled functional model."""
    model = keras.Model(inputs, outputs)
    model.compile(optimizer or OPTIMIZER(), loss, **compiled)
    return model
