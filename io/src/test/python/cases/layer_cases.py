"""Core, normalization, merging, reshaping, attention and activation layers, and models made of models."""

import keras
from keras import layers as L

from case import Case, functional, real, sequential, series, words

R, C = keras.regularizers, keras.constraints


def core():
    for name, equation, shape, output, bias, y in [
        ("einsum_abc_cd", "abc,cd->abd", (4, 5), (None, 3), "d", (4, 3)),
        ("einsum_heads", "abc,cde->abde", (4, 5), (None, 2, 3), "de", (4, 2, 3)),
        ("einsum_contract_two", "abcd,cde->abe", (3, 2, 4), (None, 5), None, (3, 5)),
        ("einsum_ellipsis", "...x,xy->...y", (3, 4), (6,), "y", (3, 6)),
        ("einsum_batch_axis", "abc,bcd->abd", (3, 4), (3, 2), "bd", (3, 2)),
        ("einsum_transposed", "abc,bd->acd", (3, 4), (4, 5), "d", (4, 5)),
    ]:
        Case(
            name,
            lambda e=equation, s=shape, o=output, b=bias: sequential(
                s, L.EinsumDense(e, o, bias_axes=b, activation="tanh")
            ),
            y=real(*y),
        )
    Case("dense_rank_4", lambda: sequential((2, 3, 4), L.Dense(3, activation="selu")))
    Case(
        "conv_penalties",
        lambda: sequential(
            (6, 6, 2),
            L.Conv2D(
                3, 3, kernel_regularizer="l2", bias_regularizer="l2", activity_regularizer="l1",
                kernel_constraint=C.MaxNorm(0.5, axis=[0, 1, 2]), bias_constraint="unit_norm",
            ),
        ),
    )
    Case("activity_regularization", lambda: sequential((5,), L.Dense(4), L.ActivityRegularization(0.02, 0.03), L.Dense(2)))
    Case(
        "embedding_penalties",
        lambda: sequential(
            (5,), L.Embedding(8, 3, embeddings_regularizer="l2", embeddings_constraint=C.MaxNorm(0.4, axis=1)),
            L.Flatten(), L.Dense(2), dtype="int32",
        ),
        x=words(8, 5),
    )
    Case(
        "embedding_mask_pooling",
        lambda: sequential(
            (6,), L.Embedding(8, 4, mask_zero=True), L.GlobalAveragePooling1D(), L.Dense(2), dtype="int32"
        ),
        x=words(8, 6),
    )
    Case("masking_value", lambda: sequential((5, 2), L.Masking(-1.0), L.LSTM(3)), x=lambda r, n: r.randint(-1, 1, (n, 5, 2)).astype("float32"))
    Case(
        "reversible_embedding",
        lambda: tied(True),
        x=words(7, 5),
        y=lambda r, n: r.randint(0, 7, (n, 5)).astype("int32"),
    )
    Case(
        "reversible_embedding_untied",
        lambda: tied(False),
        x=words(7, 5),
        y=lambda r, n: r.randint(0, 7, (n, 5)).astype("int32"),
    )


def tied(together):
    x = keras.Input((5,), dtype="int32")
    table = L.ReversibleEmbedding(7, 4, tie_weights=together, logit_soft_cap=None if together else 5.0)
    y = table(L.Dense(4, activation="tanh")(table(x)), reverse=True)
    return functional(x, y, loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))


def activations():
    for name in (
        "celu elu glu hard_shrink leaky_relu log_sigmoid mish relu6 sigmoid silu soft_shrink"
        " sparse_sigmoid sparsemax threshold"
    ).split():
        if name == "threshold":
            layer = lambda: L.ReLU(threshold=0.3)
        else:
            layer = lambda name=name: L.Activation(name)
        Case(f"activation_{name}", lambda layer=layer: sequential((5,), L.Dense(6), layer()), y=real(3 if name == "glu" else 6))
    Case("layer_relu_all", lambda: sequential((5,), L.Dense(6), L.ReLU(max_value=1.0, negative_slope=0.2, threshold=0.5)))
    Case("layer_prelu_shared", lambda: sequential((4, 5, 3), L.PReLU("he_normal", shared_axes=[1, 2])))
    Case("layer_prelu_penalties", lambda: sequential((5,), L.PReLU("uniform", "l2", "non_neg")))
    Case("layer_softmax_axes", lambda: sequential((3, 4, 2), L.Dense(3), L.Softmax(axis=[1, 2])))
    Case("layer_softmax_masked", softmax_masked, x={"scores": real(5), "mask": lambda r, n: r.rand(n, 5) < 0.7}, epochs=0)
    Case("layer_elu_alpha", lambda: sequential((5,), L.Dense(4), L.ELU(0.3)))


def softmax_masked():
    scores, mask = keras.Input((5,), name="scores"), keras.Input((5,), dtype="bool", name="mask")
    return functional([scores, mask], L.Softmax()(L.Dense(5)(scores), mask=mask))


def normalizations():
    for name, shape, layer in [
        ("batchnorm_axis_1", (3, 5), lambda: L.BatchNormalization(axis=1, momentum=0.8, epsilon=1e-2)),
        ("batchnorm_no_scale", (5,), lambda: L.BatchNormalization(scale=False, momentum=0.5)),
        ("batchnorm_no_center", (4, 3, 2), lambda: L.BatchNormalization(center=False)),
        ("batchnorm_penalties", (5,), lambda: L.BatchNormalization(beta_regularizer="l2", gamma_regularizer="l1", gamma_constraint="non_neg", moving_mean_initializer="ones", moving_variance_initializer=keras.initializers.Constant(2.0))),
        ("batchnorm_renorm", (5,), lambda: L.BatchNormalization(renorm=True, renorm_momentum=0.7, renorm_clipping={"rmax": 1.5, "rmin": 0.5, "dmax": 0.3})),
        ("layernorm_axis_1", (4, 5), lambda: L.LayerNormalization(axis=1)),
        ("layernorm_two_axes", (4, 5, 3), lambda: L.LayerNormalization(axis=[1, -1], epsilon=0.1)),
        ("layernorm_plain", (4, 5), lambda: L.LayerNormalization(center=False, scale=False)),
        ("groupnorm_instance", (4, 5, 6), lambda: L.GroupNormalization(groups=-1)),
        ("groupnorm_one", (4, 6), lambda: L.GroupNormalization(groups=1, epsilon=0.01, scale=False)),
        ("groupnorm_axis_1", (6, 4, 3), lambda: L.GroupNormalization(groups=3, axis=1)),
        ("rmsnorm_epsilon", (4, 5), lambda: L.RMSNormalization(epsilon=0.1)),
        ("unitnorm_axes", (4, 5, 2), lambda: L.UnitNormalization(axis=[1, 2])),
    ]:
        Case(name, lambda shape=shape, layer=layer: sequential(shape, L.Dense(shape[-1]), layer(), L.Dense(2)))
    Case(
        "batchnorm_masked",
        lambda: sequential((5, 3), L.Masking(), L.BatchNormalization(momentum=0.6), L.GRU(2)),
        x=series(5, 3),
    )


def merging():
    def merge(layer, left=(5,), right=(5,)):
        a, b = keras.Input(left, name="a"), keras.Input(right, name="b")
        return functional([a, b], L.Dense(2)(layer([L.Dense(left[-1])(a), b])))

    for name, build in [
        ("merge_subtract", lambda: merge(L.Subtract())),
        ("merge_average", lambda: merge(L.Average())),
        ("merge_minimum", lambda: merge(L.Minimum())),
        ("merge_add_broadcast", lambda: merge(L.Add(), (4, 5), (5,))),
        ("merge_multiply_broadcast", lambda: merge(L.Multiply(), (4, 5), (1, 5))),
        ("merge_concatenate_axis_1", lambda: merge(L.Concatenate(axis=1), (4, 5), (2, 5))),
        ("merge_dot", lambda: merge(L.Dot(axes=1))),
        ("merge_dot_axes", lambda: merge(L.Dot(axes=(2, 1)), (3, 4), (4, 5))),
        ("merge_dot_normalized", lambda: merge(L.Dot(axes=(1, 2), normalize=True), (4, 3), (5, 4))),
    ]:
        Case(name, build)


def reshaping():
    for name, shape, layer in [
        ("reshape_unknown", (6, 6), lambda: L.Reshape((3, -1, 2))),
        ("permute_3d", (2, 3, 4), lambda: L.Permute((3, 1, 2))),
        ("cropping1d_unequal", (7, 3), lambda: L.Cropping1D((1, 3))),
        ("cropping3d_unequal", (5, 6, 7, 2), lambda: L.Cropping3D(((1, 2), (0, 3), (2, 2)))),
        ("zeropadding1d_unequal", (4, 3), lambda: L.ZeroPadding1D((0, 2))),
        ("zeropadding3d_unequal", (2, 3, 2, 2), lambda: L.ZeroPadding3D(((1, 0), (0, 2), (1, 1)))),
        ("upsampling1d_3", (4, 3), lambda: L.UpSampling1D(3)),
        ("upsampling3d_unequal", (2, 3, 2, 2), lambda: L.UpSampling3D((3, 1, 2))),
        ("upsampling2d_bilinear", (4, 3, 2), lambda: L.UpSampling2D((2, 3), interpolation="bilinear")),
        ("upsampling2d_bicubic", (4, 5, 2), lambda: L.UpSampling2D(2, interpolation="bicubic")),
        ("upsampling2d_lanczos3", (4, 5, 2), lambda: L.UpSampling2D(2, interpolation="lanczos3")),
        ("upsampling2d_lanczos5", (4, 5, 2), lambda: L.UpSampling2D((3, 2), interpolation="lanczos5")),
    ]:
        Case(name, lambda shape=shape, layer=layer: sequential(shape, L.Dense(2), layer()))


def attention():
    def pair(layer, call):
        q, v = keras.Input((4, 6), name="q"), keras.Input((5, 6), name="v")
        return functional([q, v], L.Dense(2)(call(layer, L.Dense(6)(q), L.Dense(6)(v))))

    def ids(layer):
        q = keras.Input((4,), dtype="int32", name="q")
        v = keras.Input((5,), dtype="int32", name="v")
        table = L.Embedding(7, 6, mask_zero=True)
        return functional([q, v], L.Dense(2)(layer([table(q), table(v)])))

    inputs = lambda layer, q, v: layer([q, v])
    two = {"q": words(7, 4), "v": words(7, 5)}
    Case("attention_scaled", lambda: pair(L.Attention(use_scale=True), inputs))
    Case("attention_concat", lambda: pair(L.Attention(use_scale=True, score_mode="concat"), inputs))
    Case("attention_causal", lambda: pair(L.Attention(), lambda l, q, v: l([q, v], use_causal_mask=True)))
    Case("attention_key", lambda: pair(L.Attention(), lambda l, q, v: l([q, v, L.Dense(6)(v)])))
    Case("attention_masked", lambda: ids(L.Attention()), x=two)
    Case("additive_attention", lambda: pair(L.AdditiveAttention(), inputs))
    Case("additive_attention_unscaled", lambda: pair(L.AdditiveAttention(use_scale=False), lambda l, q, v: l([q, v], use_causal_mask=True)))
    Case("additive_attention_masked", lambda: ids(L.AdditiveAttention()), x=two)
    both = lambda l, q, v: l(q, v)
    M = L.MultiHeadAttention
    Case("mha_output_shape", lambda: pair(M(2, 3, output_shape=5), both))
    Case("mha_no_bias", lambda: pair(M(3, 2, use_bias=False), both))
    Case("mha_key", lambda: pair(M(2, 3), lambda l, q, v: l(q, v, L.Dense(6)(v))))
    Case("mha_causal", lambda: sequential_attention(M(2, 3), use_causal_mask=True))
    Case("mha_gate", lambda: pair(M(2, 3, use_gate=True), both))
    Case("mha_sliding_window", lambda: sequential_attention(M(2, 3, sliding_window=2)))
    Case("mha_axes", lambda: sequential_attention(M(2, 3, attention_axes=(1, 2)), shape=(3, 4, 5)))
    Case("mha_inner_axis", lambda: sequential_attention(M(2, 3, attention_axes=2), shape=(3, 4, 5)))
    Case("mha_masked", lambda: masked_attention(M(2, 3)), x=two)
    Case("mha_scores", attention_scores, x={"x": real(4, 6), "mask": lambda r, n: r.rand(n, 4, 4) < 0.7}, epochs=0)
    G = L.GroupQueryAttention
    Case("gqa_causal", lambda: sequential_attention(G(3, 4, 2), use_causal_mask=True))
    Case("gqa_no_bias", lambda: pair(G(3, 4, 1, use_bias=False), both))
    Case("gqa_masked", lambda: masked_attention(G(3, 4, 2)), x=two)
    Case("gqa_gate", lambda: pair(G(3, 2, 2, use_gate=True), both))


def sequential_attention(layer, shape=(5, 6), **arguments):
    x = keras.Input(shape)
    h = L.Dense(6)(x)
    return functional(x, L.Dense(2)(layer(h, h, **arguments)))


def masked_attention(layer):
    q, v = keras.Input((4,), dtype="int32", name="q"), keras.Input((5,), dtype="int32", name="v")
    table = L.Embedding(7, 6, mask_zero=True)
    return functional([q, v], L.Dense(2)(layer(table(q), table(v))))


def attention_scores():
    x, mask = keras.Input((4, 6), name="x"), keras.Input((4, 4), dtype="bool", name="mask")
    y, s = L.MultiHeadAttention(2, 3)(x, x, attention_mask=mask, return_attention_scores=True)
    return functional([x, mask], [L.Dense(2, name="y")(y), L.Identity(name="scores")(s)])


core()
activations()
normalizations()
merging()
reshaping()
attention()
