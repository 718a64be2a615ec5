"""Writes the numbers that Keras computes, for the tests of hebb.nn to compare with.

    python3 -m venv venv && venv/bin/pip install keras==3.15.1 jax scipy
    KERAS_BACKEND=jax venv/bin/python golden.py ../resources/hebb/nn

Its neighbours, one a family, are run in the same way.

Each file holds cases; a case holds tensors, one a line: name, shape, numbers.
"""

import pathlib
import sys
import warnings

import keras
import numpy as np
from keras import ops
from keras.src.backend.common.masking import get_keras_mask, set_keras_mask


class Golden:
    """One file of cases."""

    def __init__(self, folder, name):
        self.path = pathlib.Path(folder) / f"{name}.txt"
        self.lines = [f"# made by src/test/python with Keras {keras.__version__}"]
        self.random = np.random.RandomState(7)

    def case(self, name, **tensors):
        self.lines.append(f"case {name}")
        for key, value in tensors.items():
            array = np.asarray(value)
            shape = "(" + ",".join(str(d) for d in array.shape) + ")"
            numbers = " ".join(f"{v:.9g}" for v in array.astype("float64").ravel())
            self.lines.append(f"{key} {shape} {numbers}".rstrip())

    def numbers(self, *shape, low=-2.0, high=2.0):
        """Random numbers of few digits, which every type holds alike."""
        steps = self.random.randint(0, 33, size=shape)
        return (low + (high - low) * steps / 32).astype("float32")

    def write(self):
        self.path.write_text("\n".join(self.lines) + "\n")


def with_mask(layer, given, *rest, **call):
    """The result where the first input has a mask, and the mask that the result has then."""
    inputs = [ops.convert_to_tensor(x) for x in (given if isinstance(given, list) else [given])]
    rows, columns = np.ogrid[: inputs[0].shape[0], : inputs[0].shape[1]]
    mask = (2 * rows + columns) % 3 != 0
    set_keras_mask(inputs[0], ops.convert_to_tensor(mask))
    try:
        with warnings.catch_warnings(action="ignore"):  # of layers that lose masks
            y = layer(inputs if isinstance(given, list) else inputs[0], *rest, **call)
    except Exception:  # the layer knows no masks of this shape
        return {}
    y = y[0] if isinstance(y, (list, tuple)) else y
    left = get_keras_mask(y)
    return {"mask": mask, "masked": y} | ({} if left is None else {"left": left})


def activations(folder):
    g = Golden(folder, "activations")
    x = np.concatenate([np.linspace(-4, 4, 33), [0.0, 1e-3, -30.0, 30.0, 100.0, -100.0, 7.0]])
    x = x.astype("float32").reshape(5, 8)
    g.case("given", x=x)
    names = (
        "linear relu relu6 leaky_relu elu celu selu gelu silu swish glu sigmoid log_sigmoid "
        "hard_sigmoid sparse_sigmoid hard_silu hard_swish tanh hard_tanh tanh_shrink hard_shrink "
        "soft_shrink softmax sparsemax log_softmax softplus softsign sparse_plus squareplus mish exponential"
    ).split()
    for name in names:
        given = np.minimum(x, 80) if name == "exponential" else x
        g.case(name, y=keras.activations.get(name)(given))
    g.write()


def training_gradient(g, layer, x):
    """That of the sum of the results, each times a number."""
    import jax

    factors = g.numbers(*x.shape)
    variables = (layer.trainable_variables, layer.non_trainable_variables)
    weights = [[v.value for v in some] for some in variables]

    def total(inputs):
        return ops.sum(layer.stateless_call(*weights, inputs, training=True)[0] * factors)

    return {"factors": factors, "gradient": jax.grad(total)(ops.convert_to_tensor(x))}


def layers(folder):
    g = Golden(folder, "layers")
    K = keras.layers
    image, steps, volume = g.numbers(2, 7, 6, 4), g.numbers(2, 7, 4), g.numbers(2, 4, 5, 4, 2)
    rows, other = g.numbers(3, 4), g.numbers(3, 4)
    cases = {
        "dense": (K.Dense(5, activation="tanh"), [rows]),
        "dense_steps": (K.Dense(3, use_bias=False), [steps]),
        "conv1d_valid": (K.Conv1D(3, 3), [steps]),
        "conv1d_same": (K.Conv1D(3, 4, strides=2, padding="same"), [steps]),
        "conv1d_causal": (K.Conv1D(3, 3, dilation_rate=2, padding="causal"), [steps]),
        "conv2d_valid": (K.Conv2D(3, 3, activation="relu"), [image]),
        "conv2d_same": (K.Conv2D(3, (3, 2), padding="same"), [image]),
        "conv2d_strides": (K.Conv2D(3, 4, strides=(2, 3), padding="same"), [image]),
        "conv2d_dilated": (K.Conv2D(3, 3, dilation_rate=2, padding="same"), [image]),
        "conv2d_groups": (K.Conv2D(4, 3, groups=2, use_bias=False), [image]),
        "conv3d_valid": (K.Conv3D(2, (2, 3, 2)), [volume]),
        "conv3d_same": (K.Conv3D(2, 3, strides=2, padding="same"), [volume]),
        "conv2d_channels_first": (
            K.Conv2D(3, (2, 3), strides=2, padding="same", data_format="channels_first"),
            [image],
        ),
        "max_pooling2d_channels_first": (
            K.MaxPooling2D(2, data_format="channels_first"),
            [image],
        ),
        "global_max_pooling2d_channels_first": (
            K.GlobalMaxPooling2D(data_format="channels_first", keepdims=True),
            [image],
        ),
        "flatten_channels_first": (K.Flatten(data_format="channels_first"), [steps]),
        "max_pooling1d": (K.MaxPooling1D(3, strides=2, padding="same"), [steps]),
        "max_pooling2d": (K.MaxPooling2D(), [image]),
        "max_pooling2d_same": (K.MaxPooling2D((3, 2), strides=2, padding="same"), [image]),
        "max_pooling3d": (K.MaxPooling3D(2, padding="same"), [volume]),
        "average_pooling1d": (K.AveragePooling1D(3, strides=2, padding="same"), [steps]),
        "average_pooling2d": (K.AveragePooling2D((2, 3), strides=1), [image]),
        "average_pooling2d_same": (K.AveragePooling2D(3, strides=2, padding="same"), [image]),
        "average_pooling3d": (K.AveragePooling3D(2, padding="same"), [volume]),
        "global_average_pooling1d": (K.GlobalAveragePooling1D(), [steps]),
        "global_average_pooling2d": (K.GlobalAveragePooling2D(), [image]),
        "global_average_pooling2d_keepdims": (K.GlobalAveragePooling2D(keepdims=True), [image]),
        "global_average_pooling3d": (K.GlobalAveragePooling3D(), [volume]),
        "global_max_pooling1d": (K.GlobalMaxPooling1D(), [steps]),
        "global_max_pooling2d": (K.GlobalMaxPooling2D(), [image]),
        "global_max_pooling3d": (K.GlobalMaxPooling3D(keepdims=True), [volume]),
        "flatten": (K.Flatten(), [steps]),
        "reshape": (K.Reshape((2, -1)), [steps]),
        "permute": (K.Permute((2, 1)), [steps]),
        "batch_normalization": (K.BatchNormalization(), [image]),
        "batch_normalization_axis": (
            K.BatchNormalization(axis=1, momentum=0.8, epsilon=1e-2, center=False),
            [steps],
        ),
        "batch_normalization_renorm": (
            K.BatchNormalization(
                renorm=True,
                renorm_clipping={"rmax": 1.5, "rmin": 0.5, "dmax": 0.3},
                renorm_momentum=0.7,
            ),
            [steps],
        ),
        "activation": (K.Activation("relu"), [rows]),
        "relu": (K.ReLU(), [rows]),
        "relu_all": (K.ReLU(max_value=1.5, negative_slope=0.1, threshold=0.5), [rows]),
        "leaky_relu": (K.LeakyReLU(), [rows]),
        "elu": (K.ELU(alpha=0.5), [rows]),
        "prelu": (K.PReLU("glorot_uniform"), [steps]),
        "prelu_shared": (K.PReLU("glorot_uniform", shared_axes=[1]), [steps]),
        "softmax": (K.Softmax(), [steps]),
        "softmax_axis": (K.Softmax(axis=1), [steps]),
        "softmax_axes": (K.Softmax(axis=(1, 2)), [steps]),
        "add": (K.Add(), [rows, other, rows]),
        "subtract": (K.Subtract(), [rows, other]),
        "multiply": (K.Multiply(), [rows, other, other]),
        "average": (K.Average(), [rows, other, other]),
        "maximum": (K.Maximum(), [rows, other]),
        "minimum": (K.Minimum(), [rows, other]),
        "add_ranks": (K.Add(), [g.numbers(2, 7, 4), g.numbers(2, 4)]),
        "concatenate": (K.Concatenate(), [rows, other, rows]),
        "concatenate_axis": (K.Concatenate(axis=1), [steps, g.numbers(2, 3, 4)]),
        "dot": (K.Dot(axes=1), [rows, other]),
        "dot_normalized": (K.Dot(axes=-1, normalize=True), [rows, other]),
        "dot_matrices": (K.Dot(axes=(2, 1)), [steps, g.numbers(2, 4, 5)]),
        "dot_axes": (K.Dot(axes=(1, 3)), [steps, g.numbers(2, 3, 2, 7)]),
        "identity": (K.Identity(), [rows]),
        "rescaling": (K.Rescaling(0.5, offset=-1.0), [rows]),
        "rescaling_channels": (K.Rescaling([1.0, 0.5, 2.0, -1.0], [0.0, 1.0, 0.0, 2.0]), [rows]),
    }
    for name, (layer, inputs) in cases.items():
        given = inputs if len(inputs) > 1 else inputs[0]
        layer(given)
        for i, variable in enumerate(layer.weights):
            low = 0.5 if "variance" in variable.name or "stddev" in variable.name else -1.0
            variable.assign(g.numbers(*variable.shape, low=low, high=1.0))
        weights = {v.name: v.numpy() for v in layer.weights}
        tensors = {f"x{i}": x for i, x in enumerate(inputs)}
        tensors |= {f"w:{key}": value for key, value in weights.items()}
        tensors["y"] = layer(given)
        tensors |= with_mask(layer, given)
        if name.startswith("batch_normalization"):
            tensors |= training_gradient(g, layer, given)
            tensors["trained"] = layer(given, training=True)
            tensors |= {f"after:{v.name}": v.numpy() for v in layer.non_trainable_weights}
        g.case(name, **tensors)
    masked = K.BatchNormalization()
    masked.build(steps.shape)
    mask = np.array([[1, 1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 1, 0, 0]], bool)
    g.case(
        "batch_normalization_masked",
        x0=steps,
        mask=mask,
        trained=masked(steps, training=True, mask=ops.convert_to_tensor(mask)),
        **{f"after:{v.name}": v.numpy() for v in masked.non_trainable_weights},
    )
    pooled = K.GlobalAveragePooling1D()(steps, mask=ops.convert_to_tensor(mask))
    g.case("global_average_pooling1d_masked", x0=steps, mask=mask, y=pooled)
    g.write()


def weights(folder):
    """Regularizers, constraints, and the initializers that are not random."""
    g = Golden(folder, "weights")
    matrix, kernel = g.numbers(4, 3), g.numbers(2, 2, 3, 4)
    zero = matrix.copy()
    zero[:, 1] = 0
    R, C, I = keras.regularizers, keras.constraints, keras.initializers
    g.case("given", matrix=matrix, kernel=kernel, zero=zero)
    for name, regularizer in {
        "l1": R.L1(),
        "l2": R.L2(0.1),
        "l1_l2": R.L1L2(0.1, 0.2),
        "orthogonal_rows": R.OrthogonalRegularizer(),
        "orthogonal_columns": R.OrthogonalRegularizer(0.5, mode="columns"),
    }.items():
        g.case(name, y=regularizer(ops.convert_to_tensor(matrix)))
    for name, constraint, value in [
        ("max_norm", C.MaxNorm(), matrix),
        ("max_norm_axes", C.MaxNorm(1.5, axis=(0, 1, 2)), kernel),
        ("max_norm_zero", C.MaxNorm(), zero),
        ("non_neg", C.NonNeg(), matrix),
        ("unit_norm", C.UnitNorm(axis=1), matrix),
        ("unit_norm_zero", C.UnitNorm(), zero),
        ("min_max_norm", C.MinMaxNorm(1.0, 2.0, rate=0.5), matrix),
    ]:
        g.case(name, y=constraint(value))
    for name, initializer, shape in [
        ("zeros", I.Zeros(), (2, 3)),
        ("ones", I.Ones(), (2, 3)),
        ("constant", I.Constant(2.5), (2, 3)),
        ("identity", I.Identity(gain=2.0), (3, 4)),
        ("stft", I.STFT(), (8, 1, 5)),
        ("stft_imag", I.STFT("imag", "hamming", "spectrum", True), (8, 1, 5)),
        ("stft_plain", I.STFT("real", None, None), (5, 1, 3)),
    ]:
        g.case(name, y=initializer(shape))
    import scipy.signal

    for name in (
        "boxcar hann hamming blackman nuttall blackmanharris flattop cosine bartlett triang"
    ).split():
        g.case(
            f"window_{name}",
            symmetric=scipy.signal.get_window(name, 9, False),
            periodic=scipy.signal.get_window(name, 8, True),
        )
    g.write()


if __name__ == "__main__":
    target = sys.argv[1]
    for family in (activations, layers, weights):
        family(target)
