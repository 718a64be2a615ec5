"""Writes the numbers that Keras computes with the layers that golden.py leaves out.

    KERAS_BACKEND=jax venv/bin/python golden_layers.py ../resources/hebb/nn [FAMILY…]

For each family a file of cases, in the form of golden.py's, and the names of each layer's options.
"""

import pathlib
import sys

import keras
import numpy as np
from keras import ops

from golden import Golden, with_mask

K = keras.layers
ADDED_BY_MODELS = {"name", "trainable", "dtype"}
NOT_FOR_JAVA = {"quantization_config"}


def cases(folder, name, rows):
    """The result of each layer, with weights of few digits."""
    g = Golden(folder, name)
    for case, (layer, shapes, *told) in rows.items():
        kind = told.pop(0) if told and isinstance(told[0], str) else "real"
        options = told[0] if told else {}
        if kind == "whole":
            inputs = [g.random.randint(0, 4, size=s).astype("int32") for s in shapes]
        else:
            inputs = [g.numbers(*s) for s in shapes]
        given = inputs if len(inputs) > 1 and not options.get("apart") else inputs[0]
        rest = inputs[1:] if options.get("apart") else []
        call = options.get("call", {})
        layer(given, *rest, **call)
        tensors = {f"x{i}": x for i, x in enumerate(inputs)}
        for variable in layer.weights:
            if "seed" in variable.path:
                continue
            low = 0.5 if "variance" in variable.name else -1.0
            variable.assign(g.numbers(*variable.shape, low=low, high=1.0))
            path = variable.path.removeprefix(layer.name + "/")
            tensors["w:" + path] = variable.numpy()
        results = layer(given, *rest, **call)
        results = results if isinstance(results, (list, tuple)) else [results]
        for i, y in enumerate(results):
            tensors["y" + (str(i) if i else "")] = y
        g.case(case, **tensors, **with_mask(layer, given, *rest, **call))
    g.write()


def reshaping(folder):
    steps, image, volume = (2, 5, 3), (2, 4, 3, 2), (2, 3, 4, 2, 2)
    first = {"data_format": "channels_first"}
    rows = {
        "repeat_vector": (K.RepeatVector(3), [(2, 4)]),
        "cropping1d": (K.Cropping1D((2, 0)), [steps]),
        "cropping2d": (K.Cropping2D(((1, 0), (0, 2))), [image]),
        "cropping2d_first": (K.Cropping2D((1, 0), **first), [image]),
        "cropping3d": (K.Cropping3D(((1, 0), (1, 2), (0, 1))), [volume]),
        "cropping3d_first": (K.Cropping3D((1, 0, 0), **first), [(2, 2, 3, 3, 2)]),
        "zero_padding1d": (K.ZeroPadding1D((2, 1)), [steps]),
        "zero_padding1d_first": (K.ZeroPadding1D(2, **first), [steps]),
        "zero_padding2d": (K.ZeroPadding2D(((1, 0), (2, 3))), [image]),
        "zero_padding2d_first": (K.ZeroPadding2D((1, 2), **first), [image]),
        "zero_padding3d": (K.ZeroPadding3D((1, 0, 2)), [volume]),
        "zero_padding3d_first": (K.ZeroPadding3D(((1, 0), (0, 0), (0, 2)), **first), [volume]),
        "up_sampling1d": (K.UpSampling1D(3), [steps]),
        "up_sampling2d": (K.UpSampling2D((2, 3)), [image]),
        "up_sampling2d_first": (K.UpSampling2D((1, 2), **first), [image]),
        "up_sampling2d_bilinear": (K.UpSampling2D((2, 3), interpolation="bilinear"), [image]),
        "up_sampling2d_bilinear_first": (
            K.UpSampling2D(2, interpolation="bilinear", **first),
            [image],
        ),
        "up_sampling2d_bicubic": (K.UpSampling2D((2, 4), interpolation="bicubic"), [image]),
        "up_sampling2d_lanczos3": (K.UpSampling2D(2, interpolation="lanczos3"), [(1, 5, 4, 2)]),
        "up_sampling2d_lanczos5": (K.UpSampling2D(2, interpolation="lanczos5"), [(1, 6, 4, 1)]),
        "up_sampling3d": (K.UpSampling3D((2, 1, 3)), [volume]),
        "up_sampling3d_first": (K.UpSampling3D(2, **first), [volume]),
        "adaptive_average_pooling1d": (K.AdaptiveAveragePooling1D(3), [steps]),
        "adaptive_average_pooling2d": (K.AdaptiveAveragePooling2D((2, 2)), [(1, 5, 4, 2)]),
        "adaptive_average_pooling3d": (K.AdaptiveAveragePooling3D(2), [(1, 3, 4, 5, 1)]),
        "adaptive_max_pooling1d": (K.AdaptiveMaxPooling1D(2, **first), [(2, 2, 5)]),
        "adaptive_max_pooling2d": (K.AdaptiveMaxPooling2D((3, 2)), [(1, 7, 5, 2)]),
        "adaptive_max_pooling3d": (K.AdaptiveMaxPooling3D((1, 2, 3)), [(1, 3, 4, 5, 1)]),
        "flatten_volume": (K.Flatten(**first), [volume]),
    }
    cases(folder, "reshaping", rows)


def convolutions(folder):
    steps, image, volume = (2, 5, 3), (2, 4, 5, 3), (1, 3, 4, 2, 2)
    first = {"data_format": "channels_first"}
    T1, T2, T3 = K.Conv1DTranspose, K.Conv2DTranspose, K.Conv3DTranspose
    D1, D2, S1, S2 = K.DepthwiseConv1D, K.DepthwiseConv2D, K.SeparableConv1D, K.SeparableConv2D
    rows = {
        "conv1d_transpose": (T1(4, 3), [steps]),
        "conv1d_transpose_same": (T1(4, 3, strides=2, padding="same"), [steps]),
        "conv1d_transpose_wide": (T1(2, 2, strides=3), [steps]),
        "conv1d_transpose_padded": (T1(2, 3, strides=3, output_padding=1), [steps]),
        "conv1d_transpose_dilated": (T1(2, 3, dilation_rate=2), [steps]),
        "conv2d_transpose": (T2(4, (3, 2), strides=(2, 1), activation="tanh"), [image]),
        "conv2d_transpose_same": (T2(2, 3, strides=2, padding="same", use_bias=False), [image]),
        "conv2d_transpose_even": (T2(2, (2, 4), strides=(2, 3), padding="same"), [image]),
        "conv2d_transpose_padded": (
            T2(2, 3, strides=(2, 3), padding="same", output_padding=(1, 2)),
            [image],
        ),
        "conv2d_transpose_padded_less": (
            T2(2, 4, strides=2, padding="same", output_padding=0),
            [image],
        ),
        "conv2d_transpose_dilated": (T2(2, 2, dilation_rate=2, padding="same"), [image]),
        "conv2d_transpose_first": (T2(2, 3, strides=2, padding="same", **first), [(2, 3, 3, 4)]),
        "conv3d_transpose": (T3(2, 2, strides=2), [volume]),
        "conv3d_transpose_same": (T3(2, 3, strides=(1, 2, 2), padding="same"), [volume]),
        "depthwise_conv1d": (D1(3), [steps]),
        "depthwise_conv1d_all": (
            D1(3, strides=2, padding="same", depth_multiplier=2, use_bias=False),
            [steps],
        ),
        "depthwise_conv2d": (D2(3, activation="relu"), [image]),
        "depthwise_conv2d_multiplied": (D2((2, 3), padding="same", depth_multiplier=2), [image]),
        "depthwise_conv2d_strides": (D2(3, strides=2, padding="same"), [image]),
        "depthwise_conv2d_dilated": (D2(2, dilation_rate=2, padding="same"), [image]),
        "depthwise_conv2d_first": (D2(3, depth_multiplier=2, padding="same", **first), [(1, 2, 4, 3)]),
        "separable_conv1d": (S1(4, 3, depth_multiplier=2, padding="same"), [steps]),
        "separable_conv1d_strides": (S1(4, 2, strides=2, activation="tanh"), [steps]),
        "separable_conv2d": (S2(4, (3, 2), depth_multiplier=2), [image]),
        "separable_conv2d_same": (S2(2, 3, strides=2, padding="same", use_bias=False), [image]),
        "separable_conv2d_dilated": (S2(2, 2, dilation_rate=(2, 2), padding="same"), [image]),
        "separable_conv2d_first": (S2(2, 3, padding="same", **first), [(1, 3, 4, 3)]),
        "conv1d_groups": (K.Conv1D(4, 3, groups=2, padding="causal"), [(2, 5, 4)]),
        "conv1d_first": (K.Conv1D(2, 3, padding="causal", dilation_rate=2, **first), [(2, 3, 6)]),
        "conv1d_causal_strides": (K.Conv1D(2, 3, padding="causal", strides=2), [steps]),
        "conv3d_groups": (K.Conv3D(4, 2, groups=2, padding="same"), [(1, 3, 4, 2, 4)]),
        "conv3d_dilated_first": (K.Conv3D(2, 2, dilation_rate=(1, 2, 1), **first), [(1, 2, 3, 4, 3)]),
    }
    cases(folder, "convolutions", rows)


def normalizations(folder):
    steps, image = (2, 5, 3), (2, 4, 3, 6)
    rows = {
        "layer_normalization": (K.LayerNormalization(), [steps]),
        "layer_normalization_axes": (K.LayerNormalization(axis=(-2, -1), epsilon=0.1), [image]),
        "layer_normalization_axis": (K.LayerNormalization(axis=1, center=False), [steps]),
        "layer_normalization_plain": (K.LayerNormalization(center=False, scale=False), [steps]),
        "layer_normalization_rms": (K.LayerNormalization(rms_scaling=True), [steps]),
        "group_normalization": (K.GroupNormalization(3), [image]),
        "group_normalization_each": (K.GroupNormalization(-1, epsilon=0.01), [image]),
        "group_normalization_axis": (K.GroupNormalization(2, axis=1, scale=False), [image]),
        "group_normalization_middle": (K.GroupNormalization(2, axis=-3, center=False), [image]),
        "rms_normalization": (K.RMSNormalization(), [steps]),
        "rms_normalization_axes": (K.RMSNormalization(axis=(1, 2), epsilon=0.1), [steps]),
        "unit_normalization": (K.UnitNormalization(), [steps]),
        "unit_normalization_axes": (K.UnitNormalization(axis=(1, 2)), [steps]),
    }
    cases(folder, "normalizations", rows)
    g = Golden(folder, "spectral")
    for name, inner, shape in [
        ("dense", K.Dense(4, name="inner"), (3, 5)),
        ("conv2d", K.Conv2D(3, 2, name="inner"), (2, 3, 4, 2)),
    ]:
        layer = K.SpectralNormalization(inner, power_iterations=2)
        x = g.numbers(*shape)
        layer(x)
        kernel = g.numbers(*inner.kernel.shape)
        u = g.numbers(*layer.vector_u.shape, low=0.25, high=1)
        inner.kernel.assign(kernel)
        layer.vector_u.assign(u)
        y = layer(x, training=True)
        after = {"kernel": inner.kernel.numpy(), "u": layer.vector_u.numpy()}
        g.case(name, x0=x, kernel0=kernel, u0=u, y=y, **after)
    g.write()


def core(folder):
    rows = {
        "embedding": (K.Embedding(4, 3), [(2, 5)], "whole"),
        "reversible_embedding": (K.ReversibleEmbedding(4, 3), [(2, 5)], "whole"),
        "reversible_embedding_back": (
            K.ReversibleEmbedding(4, 3, logit_soft_cap=1.5),
            [(2, 5, 3)],
            {"call": {"reverse": True}},
        ),
        "reversible_embedding_untied": (
            K.ReversibleEmbedding(4, 3, tie_weights=False),
            [(2, 5, 3)],
            {"call": {"reverse": True}},
        ),
        "einsum_dense": (K.EinsumDense("ab,bc->ac", 4, bias_axes="c"), [(2, 3)]),
        "einsum_dense_steps": (K.EinsumDense("abc,cd->abd", (5, 4), bias_axes="bd"), [(2, 5, 3)]),
        "einsum_dense_heads": (
            K.EinsumDense("abc,cde->abde", (None, 2, 4), bias_axes="de", activation="tanh"),
            [(2, 5, 3)],
        ),
        "einsum_dense_in": (K.EinsumDense("abcd,cde->abe", (None, 4), bias_axes="e"), [(2, 5, 2, 3)]),
        "einsum_dense_left": (K.EinsumDense("...x,xy->...y", 4, bias_axes="y"), [(2, 5, 3)]),
        "einsum_dense_right": (K.EinsumDense("ab...,bc->ac...", 4, bias_axes="c"), [(2, 3, 5)]),
        "einsum_dense_batch": (K.EinsumDense("abc,bcd->abd", (5, 4)), [(2, 5, 3)]),
        "einsum_dense_swapped": (K.EinsumDense("abc,cd->adb", (4, 5), bias_axes="d"), [(2, 5, 3)]),
        "einsum_dense_summed": (K.EinsumDense("abc,cd->ad", 4), [(2, 5, 3)]),
        "masking": (K.Masking(0.5), [(2, 5, 1)]),
        "leaky_relu": (K.LeakyReLU(negative_slope=0.0), [(2, 5)]),
        "activity_regularization": (K.ActivityRegularization(0.1, 0.2), [(2, 5)]),
    }
    cases(folder, "core", rows)


def attention(folder):
    query, value, key = (2, 3, 4), (2, 5, 4), (2, 5, 4)
    both = {"call": {"return_attention_scores": True}}
    causal = {"call": {"return_attention_scores": True, "use_causal_mask": True}}
    apart = {"apart": True, **both}
    apart_causal = {"apart": True, **causal}
    M, G = K.MultiHeadAttention, K.GroupQueryAttention
    rows = {
        "attention": (K.Attention(), [query, value], both),
        "attention_key": (K.Attention(use_scale=True), [query, (2, 5, 6), key], both),
        "attention_concat": (K.Attention(score_mode="concat"), [query, value], both),
        "attention_concat_scaled": (
            K.Attention(score_mode="concat", use_scale=True),
            [query, value, key],
            causal,
        ),
        "attention_causal": (K.Attention(), [query, value], causal),
        "additive_attention": (K.AdditiveAttention(), [query, value], both),
        "additive_attention_plain": (
            K.AdditiveAttention(use_scale=False),
            [query, value, key],
            causal,
        ),
        "multi_head_attention": (M(2, 3), [query, value], apart),
        "multi_head_attention_all": (
            M(2, 3, value_dim=2, use_bias=False, output_shape=5),
            [query, (2, 5, 6), key],
            apart_causal,
        ),
        "multi_head_attention_shape": (M(2, 3, output_shape=(2, 3)), [query, value], apart),
        "multi_head_attention_axes": (
            M(2, 3, attention_axes=(1, 2)),
            [(2, 2, 3, 4), (2, 3, 2, 4)],
            apart,
        ),
        "multi_head_attention_axis": (
            M(2, 3, attention_axes=2),
            [(2, 2, 3, 4), (2, 2, 5, 4)],
            apart,
        ),
        "multi_head_attention_gate": (M(2, 3, use_gate=True), [query, value], apart),
        "multi_head_attention_window": (M(1, 3, sliding_window=2), [query, value], apart_causal),
        "grouped_query_attention": (G(3, 4, 2), [query, value], apart),
        "grouped_query_attention_all": (
            G(3, 4, 2, use_bias=False, use_gate=True, sliding_window=2),
            [query, (2, 5, 4), (2, 5, 4)],
            apart_causal,
        ),
    }
    cases(folder, "attention", rows)
    g = Golden(folder, "attention_masks")
    q, v = g.numbers(2, 3, 4), g.numbers(2, 5, 4)
    qm = np.array([[1, 1, 0], [1, 0, 1]], bool)
    vm = np.array([[1, 1, 1, 0, 0], [1, 0, 1, 1, 1]], bool)
    am = np.array(g.random.randint(0, 2, size=(2, 3, 5)), bool)
    g.case("given", q=q, v=v, qm=qm, vm=vm, am=am)
    for name, layer in [
        ("attention", K.Attention()),
        ("additive_attention", K.AdditiveAttention(use_scale=False)),
    ]:
        g.case(name, y=layer([q, v], mask=[qm, vm], use_causal_mask=True))
    for name, layer, told in [
        ("multi_head_attention", M(2, 3), {"value_mask": vm}),
        ("multi_head_attention_given", M(2, 3), {"attention_mask": am, "use_causal_mask": True}),
        ("grouped_query_attention", G(3, 4, 2), {"query_mask": qm, "value_mask": vm}),
    ]:
        layer(q, v)
        for variable in layer.weights:
            if "seed" not in variable.path:
                variable.assign(g.numbers(*variable.shape, low=-1.0, high=1.0))
        y = layer(q, v, **told)
        weights = {
            "w:" + v.path.removeprefix(layer.name + "/"): v.numpy()
            for v in layer.weights
            if "seed" not in v.path
        }
        g.case(name, **weights, y=y)
    g.write()


def options(folder):
    """The names of the options of each layer, as its config has them."""
    examples = {
        "Activation": ["relu"],
        "Conv": [1, 1],
        "SeparableConv": [1, 1],
        "DepthwiseConv": [1],
        "Dense": [1],
        "EinsumDense": ["ab,bc->ac", 1],
        "Embedding": [1, 1],
        "ReversibleEmbedding": [1, 1],
        "Dot": [1],
        "Dropout": [0.5],
        "AlphaDropout": [0.5],
        "SpatialDropout": [0.5],
        "GaussianDropout": [0.5],
        "GaussianNoise": [0.5],
        "Adaptive": [1],
        "AveragePooling": [2],
        "Permute": [(1,)],
        "RepeatVector": [1],
        "Rescaling": [1.0],
        "Reshape": [(1,)],
        "MultiHeadAttention": [1, 1],
        "GroupQueryAttention": [1, 1, 1],
        "SpectralNormalization": [K.Dense(1)],
        "MaxNumBoundingBoxes": [1],
        "Pipeline": [[]],
        "RandomPosterization": [1],
    }
    words = (
        "Activation ActivityRegularization AdaptiveAveragePooling1D AdaptiveAveragePooling2D "
        "AdaptiveAveragePooling3D AdaptiveMaxPooling1D AdaptiveMaxPooling2D AdaptiveMaxPooling3D "
        "Add AdditiveAttention AlphaDropout Attention Average AveragePooling1D AveragePooling2D "
        "AveragePooling3D BatchNormalization Concatenate Conv1D Conv1DTranspose Conv2D "
        "Conv2DTranspose Conv3D Conv3DTranspose Cropping1D Cropping2D Cropping3D Dense "
        "DepthwiseConv1D DepthwiseConv2D Dot Dropout ELU EinsumDense Embedding Flatten "
        "GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D "
        "GlobalAveragePooling3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D "
        "GroupNormalization GroupQueryAttention Identity LayerNormalization LeakyReLU Masking "
        "MaxPooling1D MaxPooling2D MaxPooling3D Maximum Minimum MultiHeadAttention Multiply PReLU "
        "Permute RMSNormalization ReLU RepeatVector Rescaling Reshape ReversibleEmbedding "
        "SeparableConv1D SeparableConv2D Softmax SpatialDropout1D SpatialDropout2D "
        "SpatialDropout3D SpectralNormalization Subtract UnitNormalization UpSampling1D "
        "UpSampling2D UpSampling3D ZeroPadding1D ZeroPadding2D ZeroPadding3D "
        "AugMix ContrastLimitedAdaptiveHistogramEqualization CutMix Equalization "
        "MaxNumBoundingBoxes MelSpectrogram MixUp Pipeline RandAugment RandomColorJitter "
        "RandomElasticTransform RandomGaussianBlur RandomPerspective RandomPosterization "
        "STFTSpectrogram"
    ).split()
    lines = [f"# made by src/test/python/golden_layers.py with Keras {keras.__version__}"]
    for word in words:
        cls = getattr(K, word)
        stems = [stem for stem in examples if word == stem or word.startswith(stem)]
        given = examples[max(stems, key=len)] if stems else []
        if word == "ActivityRegularization":
            given = []
        names = [k for k in cls(*given).get_config() if k not in ADDED_BY_MODELS | NOT_FOR_JAVA]
        lines.append(" ".join([word, *names]))
    (pathlib.Path(folder) / "options.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    target = sys.argv[1]
    for family in (reshaping, convolutions, normalizations, core, attention, options):
        if not sys.argv[2:] or family.__name__ in sys.argv[2:]:
            family(target)
