"""Functional models with Keras's operations between their layers."""

import keras
import numpy as np
from keras import layers as L
from keras import ops

from case import Case, functional, integers, real


def dense(h, name=None):
    """Of whatever shape, so that all of it counts."""
    return L.Dense(2, name=name)(L.Flatten()(h))


def model(build, *shape, dtype="float32", **compiled):
    x = keras.Input(shape, dtype=dtype)
    return functional(x, dense(build(x)), optimizer=keras.optimizers.SGD(0.002), **compiled)


def after_dense(build, *shape, units=4):
    """What is built from trained numbers, so that gradients flow through it."""
    return lambda: model(lambda x: build(L.Dense(units)(x)), *shape)


def arithmetic(x):
    h = 1.0 - x / 2 + 3 * x
    h = h * x - (-x) ** 2
    return h // 0.5 + h % 0.7 + abs(h) + np.array([0.5, 1.0, 2.0, -1.0], "float32")


def compared(x):
    near = ops.logical_and(x > -0.5, x <= 0.5)
    far = ops.logical_or(x < -1, ops.logical_not(x < 1.5))
    h = ops.where(near, x, 0.1 * x) + ops.where(far, 1.0, -1.0)
    return h * ops.cast(ops.not_equal(x, 0), "float32") + ops.cast(ops.logical_xor(near, far), "float32")


def pieces(x):
    """(None, 6, 4)"""
    return ops.concatenate(
        [x[:, 0], x[:, -1], x[:, 1:3, 2], x[..., 0], x[:, ::2, 1], x[:, ::-2, -1], x[:, -4:-1, 3], x[:, 2, None, 1]], axis=-1
    )


def shapes(x):
    """(None, 6, 4)"""
    h = ops.reshape(x, (-1, 3, 8))
    h = ops.transpose(h, (0, 2, 1))
    h = ops.expand_dims(h, 1)
    h = ops.squeeze(h, axis=1)
    h = ops.swapaxes(h, 1, 2)
    h = ops.moveaxis(h, -1, 1)
    return ops.flip(h, axis=1) + ops.roll(h, 2, axis=1)


def joins(x):
    """(None, 6, 4)"""
    a, b, c = ops.split(x, 3, axis=1)
    h = ops.stack([a, b, c], axis=2)
    h = ops.concatenate([ops.max(h, axis=2), ops.sum(h, axis=2)], axis=-1)
    first, second = ops.unstack(h, axis=1)
    h = ops.hstack([first, second, ops.tile(first, (1, 2)), ops.repeat(second, 2, axis=1)])
    left, middle, right = ops.split(h, [3, 20], axis=-1)
    return ops.append(ops.pad(middle, [[0, 0], [1, 2]], constant_values=0.5), left * ops.mean(right, axis=-1, keepdims=True), axis=1)


def padded(x):
    return ops.pad(x, [[0, 0], [2, 1], [1, 1]], mode="reflect") + ops.pad(x, [[0, 0], [1, 2], [1, 1]], mode="symmetric")


def reduced(x):
    """(None, 6, 4)"""
    h = [
        ops.mean(x, axis=1), ops.sum(x, axis=(1,)), ops.max(x, axis=1), ops.min(x, axis=-2), ops.std(x, axis=1), ops.var(x, axis=1),
        ops.prod(x, axis=1), ops.logsumexp(x, axis=1), ops.amax(x, axis=1, keepdims=True)[:, 0], ops.average(x, axis=1),
        ops.cast(ops.argmax(x, axis=1), "float32"), ops.cast(ops.argmin(x, axis=1), "float32"),
        ops.cast(ops.count_nonzero(x > 0, axis=1), "float32"), ops.cast(ops.any(x > 1, axis=1), "float32"),
        ops.cast(ops.all(x > -1, axis=1), "float32"),
    ]
    h = ops.concatenate(h, axis=-1)
    return h + ops.mean(x, axis=(1, 2), keepdims=True)[:, :, 0]


def running(x):
    return ops.cumsum(x, axis=1) + 0.5 * ops.cumprod(x, axis=-1)


def elementwise(x):
    p = ops.exp(x * 0.3) + 0.1
    h = ops.sqrt(p) + ops.log(p) + ops.square(x) + ops.sin(x) * ops.cos(x) + ops.tanh(x) + ops.log1p(p) + ops.expm1(x * 0.1)
    h = h + ops.rsqrt(p) + ops.reciprocal(p) + ops.erf(x) + ops.arctan(x) + ops.sinh(x * 0.2) + ops.cosh(x * 0.2) + ops.tan(x * 0.1)
    h = h + ops.floor(x) + ops.ceil(x) + ops.round(x) + ops.sign(x) + ops.arctan2(x, p) + ops.hypot(x, p) + ops.logaddexp(x, p)
    h = h + ops.arcsinh(x) + ops.log2(p) + ops.log10(p) + ops.exp2(x * 0.1) + ops.round(x, 1) + ops.trunc(x) + ops.arctanh(ops.tanh(x) * 0.5)
    return ops.clip(h, -20, 20) + ops.maximum(x, 0.2) + ops.minimum(x, p) + ops.power(p, 1.5) + ops.divide_no_nan(x, ops.relu(x))


def activations(x):
    """(None, 6)"""
    h = [
        ops.relu(x), ops.relu6(x), ops.sigmoid(x), ops.silu(x), ops.softplus(x), ops.softsign(x), ops.leaky_relu(x, 0.3), ops.elu(x, 0.7),
        ops.selu(x), ops.celu(x, 1.3), ops.gelu(x), ops.gelu(x, approximate=False), ops.softmax(x), ops.log_softmax(x), ops.hard_sigmoid(x),
        ops.hard_silu(x), ops.hard_tanh(x), ops.tanh_shrink(x), ops.soft_shrink(x, 0.3), ops.hard_shrink(x, 0.3), ops.squareplus(x, 3),
        ops.sparse_plus(x), ops.sparse_sigmoid(x), ops.sparsemax(x), ops.threshold(x, 0.2, -1.0), ops.log_sigmoid(x), ops.glu(x),
        ops.normalize(x), ops.normalize(x, order=3),
    ]
    return ops.concatenate(h, axis=-1)


def normalized(x):
    """(None, 6, 4)"""
    mean, variance = ops.moments(x, axes=[1], keepdims=True)
    h = (x - mean) / ops.sqrt(variance + 1e-3)
    h = ops.layer_normalization(h, gamma=np.array([1, 2, 0.5, 1], "float32"), beta=np.array([0, 1, 0, -1], "float32"), axis=-1)
    return ops.rms_normalization(h, axis=-1) + ops.softmax(x, axis=1) + ops.softmax(x, axis=(1, 2))


def products(x):
    """(None, 6, 4)"""
    scores = ops.matmul(x, ops.transpose(x, (0, 2, 1)))
    mixed = ops.einsum("bij,bjk->bik", ops.softmax(scores / 2.0), x)
    both = ops.tensordot(x, np.arange(8, dtype="float32").reshape(4, 2) / 8, axes=1)
    return ops.concatenate([mixed, both, ops.dot(x, np.ones((4, 1), "float32"))], axis=-1)


def attended(x):
    """(None, 6, 4)"""
    heads = ops.reshape(x, (-1, 6, 2, 2))
    free = ops.dot_product_attention(heads, heads * 0.5, heads + 1.0, scale=0.8)
    return free + ops.dot_product_attention(heads, heads, heads, is_causal=True)


def chosen(x):
    """(None, 6, 4)"""
    values, places = ops.top_k(x, 2)
    h = [values, ops.cast(places, "float32"), ops.sort(x, axis=-1), ops.cast(ops.argsort(x, axis=-1), "float32")]
    h += [ops.take(x, np.array([2, 0, -1]), axis=-1), ops.take_along_axis(x, ops.argsort(x, axis=-1), axis=-1)]
    return ops.concatenate(h, axis=-1) + ops.sum(ops.tril(x) - ops.triu(x, 1), axis=-1, keepdims=True)


def whole_numbers(x):
    """(None, 5), int32"""
    h = ops.cast(x // 3 + x % 4, "float32") + x / 2 + ops.cast(x * 2 - 1, "float32") + x * 0.5
    h = ops.expand_dims(h, -1) + ops.one_hot(x, 4)
    return ops.concatenate([h, ops.cast(ops.expand_dims(ops.sum(x > 2, axis=-1, keepdims=True) + x, -1), "float32")], axis=-1)


def positions(x):
    """Scores of the last step, of sequences of any length."""
    h = L.GRU(3, return_sequences=True)(x)
    return ops.concatenate([h[:, -1], ops.max(h[:, :, 0], axis=1, keepdims=True), h[:, 0, 1:]], axis=-1)


def stopped():
    x = keras.Input((4,))
    h = L.Dense(3)(x)
    return functional(x, dense(h * ops.stop_gradient(ops.sigmoid(h)) + ops.ones_like(h) - ops.zeros_like(h)))


def variational():
    """The mean and the spread of what is drawn around, as autoencoders have them, without the drawing."""
    x = keras.Input((5,))
    h = L.Dense(4, activation="relu")(x)
    mean, spread = L.Dense(2)(h), L.Dense(2)(h)
    code = mean + ops.exp(0.5 * spread) * 0.3
    return functional(x, L.Dense(5, activation="sigmoid")(code), loss="binary_crossentropy")


for name, build, shape in [
    ("arithmetic", arithmetic, (4,)),
    ("compared", compared, (4,)),
    ("elementwise", elementwise, (4,)),
    ("get_item", pieces, (6, 4)),
    ("shapes", shapes, (6, 4)),
    ("joins", joins, (6, 4)),
    ("padded", padded, (6, 4)),
    ("reduced", reduced, (6, 4)),
    ("running", running, (6, 4)),
    ("normalized", normalized, (6, 4)),
    ("products", products, (6, 4)),
    ("attention", attended, (6, 4)),
    ("chosen", chosen, (6, 4)),
]:
    Case(f"operation_{name}", after_dense(build, *shape))
Case("operation_activations", after_dense(activations, 5, units=6))
Case("operation_any_length", lambda: model(positions, None, 3), x=real(5, 3))
Case("operation_whole_numbers", lambda: model(whole_numbers, 5, dtype="int32"), x=integers(0, 4, 5))
Case("operation_stop_gradient", stopped)
Case("operation_variational", variational, y=lambda r, n: r.rand(n, 5).astype("float32"))
