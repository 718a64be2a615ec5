"""Recurrent layers: states in and out, cells, masks, directions."""

import keras
from keras import layers as L

from case import Case, functional, real, sequential, series, words

KINDS = {"simplernn": L.SimpleRNN, "lstm": L.LSTM, "gru": L.GRU}
CELLS = {"simplernn": L.SimpleRNNCell, "lstm": L.LSTMCell, "gru": L.GRUCell}


def options():
    for kind, layer in KINDS.items():
        Case(f"{kind}_backwards", lambda c=layer: sequential((5, 3), c(4, go_backwards=True)))
        Case(
            f"{kind}_backwards_sequences",
            lambda c=layer: sequential((5, 3), c(4, go_backwards=True, return_sequences=True)),
        )
        Case(f"{kind}_unrolled", lambda c=layer: sequential((4, 3), c(3, unroll=True)))
        Case(
            f"{kind}_no_bias",
            lambda c=layer: sequential((4, 3), c(3, use_bias=False, activation="softsign")),
        )
        Case(
            f"{kind}_masked_sequences",
            lambda c=layer: sequential((6, 3), L.Masking(), c(4, return_sequences=True)),
            x=series(6, 3),
        )
        Case(
            f"{kind}_masked_before",
            lambda c=layer: sequential((6, 3), L.Masking(), c(4)),
            x=series(6, 3, padding="pre"),
        )
        Case(
            f"{kind}_masked_backwards",
            lambda c=layer: sequential((6, 3), L.Masking(), c(4, go_backwards=True)),
            x=series(6, 3),
        )
        Case(f"{kind}_return_state", lambda c=layer: returned_states(c), samples=12)
        Case(f"{kind}_initial_state", lambda c=layer: initial_states(c))
        Case(f"{kind}_any_length", lambda c=layer: sequential((None, 3), c(4)), x=series(6, 3))
    Case(
        "gru_reset_before_masked",
        lambda: sequential((6, 3), L.Masking(), L.GRU(4, reset_after=False, return_sequences=True)),
        x=series(6, 3),
    )
    Case(
        "gru_reset_before_activations",
        lambda: sequential((5, 3), L.GRU(4, "relu", "hard_sigmoid", reset_after=False)),
    )
    Case("gru_relu", lambda: sequential((5, 3), L.GRU(4, "relu", recurrent_activation="tanh")))
    Case("lstm_hard_sigmoid", lambda: sequential((5, 3), L.LSTM(4, "elu", "hard_sigmoid")))


def returned_states(kind):
    x = keras.Input((5, 3), name="x")
    y, *states = kind(4, return_state=True, return_sequences=True)(x)
    named = [L.Identity(name=f"state_{i}")(s) for i, s in enumerate(states)]
    return functional(x, [L.Dense(2, name="steps")(y), *named])


def initial_states(kind):
    x = keras.Input((5, 3), name="x")
    states = [keras.Input((4,), name=f"state_{i}") for i in range(2 if kind is L.LSTM else 1)]
    return functional([x, *states], kind(4)(x, initial_state=states))


def encoder_decoder():
    source = keras.Input((6,), dtype="int32", name="source")
    target = keras.Input((5,), dtype="int32", name="target")
    embedded = L.Embedding(9, 4, mask_zero=True)(source)
    _, h, c = L.LSTM(5, return_state=True)(embedded)
    decoded = L.LSTM(5, return_sequences=True)(
        L.Embedding(9, 4, mask_zero=True)(target), initial_state=[h, c]
    )
    y = L.Dense(9, activation="softmax")(decoded)
    return functional([source, target], y, loss="sparse_categorical_crossentropy")


def cells():
    for kind, cell in CELLS.items():
        Case(
            f"rnn_{kind}_cell",
            lambda c=cell: sequential((5, 3), L.RNN(c(4), return_sequences=True)),
        )
    Case(
        "rnn_stacked_cells",
        lambda: sequential((5, 3), L.RNN([L.LSTMCell(4), L.GRUCell(3), L.SimpleRNNCell(2)])),
    )
    Case(
        "rnn_stacked_cells_object",
        lambda: sequential(
            (5, 3),
            L.Masking(),
            L.RNN(L.StackedRNNCells([L.GRUCell(4, reset_after=False), L.LSTMCell(3)]), return_sequences=True),
        ),
        x=series(5, 3),
    )
    Case(
        "rnn_backwards_zeroed",
        lambda: sequential(
            (5, 3),
            L.Masking(),
            L.RNN(L.LSTMCell(4), return_sequences=True, zero_output_for_mask=True),
        ),
        x=series(5, 3),
    )


def directions():
    for merge in ("concat", "sum", "mul", "ave"):
        Case(
            f"bidirectional_{merge}",
            lambda m=merge: sequential((5, 3), L.Bidirectional(L.GRU(3), merge_mode=m)),
        )
        Case(
            f"bidirectional_{merge}_sequences",
            lambda m=merge: sequential(
                (5, 3),
                L.Masking(),
                L.Bidirectional(L.LSTM(3, return_sequences=True), merge_mode=m),
            ),
            x=series(5, 3),
        )

    def two_layers():
        back = L.LSTM(4, go_backwards=True, return_sequences=True)
        return sequential(
            (5, 3), L.Bidirectional(L.GRU(2, return_sequences=True), backward_layer=back)
        )

    def states():
        x = keras.Input((5, 3))
        y, *states = L.Bidirectional(L.LSTM(3, return_state=True))(x)
        joined = L.Concatenate()([y, *states])
        return functional(x, L.Dense(2)(joined))

    Case("bidirectional_two_layers", two_layers, y=real(5, 6))
    Case("bidirectional_states", states)
    Case(
        "bidirectional_stacked_masked",
        lambda: sequential(
            (6,),
            L.Embedding(9, 4, mask_zero=True),
            L.Bidirectional(L.LSTM(3, return_sequences=True)),
            L.Bidirectional(L.GRU(3)),
            L.Dense(2),
            dtype="int32",
        ),
        x=words(9, 6),
    )


def distributed():
    Case(
        "time_distributed_masked",
        lambda: sequential((5, 3), L.Masking(), L.TimeDistributed(L.Dense(4)), L.LSTM(2)),
        x=series(5, 3),
    )
    Case(
        "time_distributed_conv",
        lambda: sequential(
            (4, 6, 6, 2),
            L.TimeDistributed(L.Conv2D(3, 3, activation="relu")),
            L.TimeDistributed(L.GlobalAveragePooling2D()),
            L.GRU(3),
        ),
    )
    Case(
        "time_distributed_norm",
        lambda: sequential((4, 3), L.TimeDistributed(L.BatchNormalization()), L.TimeDistributed(L.Dense(2))),
    )

    def model_of_steps():
        inner = keras.Sequential([keras.Input((3,)), L.Dense(4, activation="tanh"), L.Dense(2)])
        return sequential((4, 3), L.TimeDistributed(inner))

    Case("time_distributed_model", model_of_steps)


def convolutional():
    for name, shape, layer in [
        ("1d", (4, 7, 2), lambda: L.ConvLSTM1D(3, 3, return_sequences=True)),
        ("1d_same", (4, 7, 2), lambda: L.ConvLSTM1D(3, 2, strides=2, padding="same")),
        ("2d_sequences", (3, 5, 6, 2), lambda: L.ConvLSTM2D(2, (2, 3), padding="same", return_sequences=True)),
        ("2d_dilated", (3, 7, 6, 2), lambda: L.ConvLSTM2D(2, 2, dilation_rate=2)),
        ("2d_strided", (3, 7, 6, 2), lambda: L.ConvLSTM2D(2, 3, strides=2, use_bias=False)),
        ("2d_backwards", (3, 5, 4, 2), lambda: L.ConvLSTM2D(2, 2, go_backwards=True, unit_forget_bias=False)),
        ("3d", (3, 4, 3, 4, 1), lambda: L.ConvLSTM3D(2, 2)),
        ("3d_sequences", (2, 4, 3, 4, 1), lambda: L.ConvLSTM3D(2, 2, padding="same", return_sequences=True)),
    ]:
        Case(f"conv_lstm{name}", lambda shape=shape, layer=layer: sequential(shape, layer()), samples=6)


options()
Case(
    "encoder_decoder",
    encoder_decoder,
    x={"source": words(9, 6), "target": words(9, 5)},
    y=lambda r, n: r.randint(0, 9, (n, 5)).astype("int32"),
)
cells()
directions()
distributed()
convolutional()
