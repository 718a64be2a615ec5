"""Writes what Keras makes of sequences with recurrent layers, and the gradients.

    python3 -m venv venv && venv/bin/pip install keras==3.15.1 tensorflow-cpu
    KERAS_BACKEND=tensorflow venv/bin/python golden_recurrent.py ../resources/hebb/nn

On TensorFlow, because Keras treats masked times otherwise on JAX. Of each case: the inputs `x0` and
what follows, the mask, the weights by their paths, the results, and the gradients of the sum of the
results times `f0` and what follows.
"""

import sys

import keras
import numpy as np
import tensorflow as tf
from golden import Golden

K = keras.layers


def main(folder):
    g = Golden(folder, "recurrent")
    steps = g.numbers(3, 5, 4)
    mask = np.array([[0, 1, 1, 0, 1], [1, 1, 0, 0, 0], [0, 0, 0, 0, 0]], bool)
    h, c = g.numbers(3, 2), g.numbers(3, 2)
    everything = {"return_sequences": True, "return_state": True}
    images = {1: g.numbers(2, 3, 5, 2), 2: g.numbers(2, 3, 4, 5, 2), 3: g.numbers(2, 2, 3, 4, 3, 2)}

    case(g, "simple_rnn", K.SimpleRNN(2), [steps])
    case(g, "simple_rnn_relu", K.SimpleRNN(2, activation="relu", use_bias=False, **everything), [steps])
    case(g, "simple_rnn_masked", K.SimpleRNN(2, return_sequences=True), [steps], mask)
    case(g, "simple_rnn_state", K.SimpleRNN(2, **everything), [steps, h], mask)
    case(g, "lstm", K.LSTM(2), [steps])
    case(g, "lstm_all", K.LSTM(2, recurrent_activation="hard_sigmoid", activation="softsign", **everything), [steps])
    case(g, "lstm_backwards", K.LSTM(2, go_backwards=True, unroll=True, **everything), [steps])
    case(g, "lstm_masked", K.LSTM(2, **everything), [steps], mask)
    case(g, "lstm_masked_backwards", K.LSTM(2, go_backwards=True, **everything), [steps], mask)
    case(g, "lstm_masked_last", K.LSTM(2, zero_output_for_mask=True), [steps], mask)
    case(g, "lstm_masked_zeros", K.LSTM(2, zero_output_for_mask=True, **everything), [steps], mask)
    case(g, "lstm_state", K.LSTM(2, use_bias=False, **everything), [steps, h, c])
    case(g, "lstm_state_masked", K.LSTM(2, **everything), [steps, h, c], mask)
    case(g, "gru", K.GRU(2), [steps])
    case(g, "gru_all", K.GRU(2, go_backwards=True, **everything), [steps], mask)
    case(g, "gru_before", K.GRU(2, reset_after=False, **everything), [steps])
    case(g, "gru_no_bias", K.GRU(2, use_bias=False, return_sequences=True), [steps])
    case(g, "gru_state", K.GRU(2, **everything), [steps, h])
    case(g, "rnn_cell", K.RNN(K.LSTMCell(2, name="own"), **everything), [steps], mask)
    cells = [K.LSTMCell(3, name="a"), K.GRUCell(2, name="b")]
    stacked = K.StackedRNNCells(cells, name="s")
    case(g, "rnn_stacked", K.RNN(stacked, return_sequences=True), [steps], mask)
    plain = K.StackedRNNCells([K.SimpleRNNCell(3, name="a"), K.SimpleRNNCell(2, name="b")], name="s")
    case(g, "rnn_stacked_last", K.RNN(plain), [steps])
    for mode in ("concat", "sum", "mul", "ave", None):
        layer = K.Bidirectional(K.LSTM(2, return_sequences=True, name="r"), merge_mode=mode)
        case(g, f"bidirectional_{mode}".lower(), layer, [steps])
    last = K.Bidirectional(K.GRU(2, name="r"), merge_mode="concat")
    case(g, "bidirectional_last", last, [steps], mask)
    both = K.Bidirectional(K.LSTM(2, name="r", **everything), merge_mode="sum")
    case(g, "bidirectional_state", both, [steps, h, c, c, h], mask)
    apart = K.Bidirectional(
        K.SimpleRNN(2, name="r", return_state=True),
        backward_layer=K.GRU(3, name="other", go_backwards=True, return_state=True),
        merge_mode=None,
    )
    case(g, "bidirectional_two", apart, [steps])
    case(g, "time_distributed", K.TimeDistributed(K.Dense(2, name="d")), [steps])
    case(g, "time_distributed_conv", K.TimeDistributed(K.Conv2D(2, 3, name="d")), [images[2]])
    for rank, x in images.items():
        layer = getattr(K, f"ConvLSTM{rank}D")
        case(g, f"conv_lstm{rank}d", layer(2, 2), [x])
    more = {"padding": "same", "strides": 2, "recurrent_activation": "hard_sigmoid"}
    case(g, "conv_lstm2d_same", K.ConvLSTM2D(3, (2, 3), **more, **everything), [images[2]])
    first = {"data_format": "channels_first", "padding": "same", "use_bias": False}
    turned = np.moveaxis(images[1], -1, 2)
    case(g, "conv_lstm1d_first", K.ConvLSTM1D(3, 3, **first, **everything), [turned])
    case(
        g,
        "conv_lstm2d_dilated",
        K.ConvLSTM2D(2, 2, dilation_rate=2, go_backwards=True, return_sequences=True),
        [images[2]],
        np.array([[1, 0, 1], [0, 1, 1]], bool),
    )
    g.write()


def case(g, name, layer, inputs, mask=None):
    layer.name = "l"
    xs = [tf.convert_to_tensor(x) for x in inputs]
    options = {} if mask is None else {"mask": tf.convert_to_tensor(mask)}
    if len(xs) > 1:
        options["initial_state"] = xs[1:]
    with tf.GradientTape() as tape:
        for x in xs:
            tape.watch(x)
        layer(xs[0], **options)
    for variable in layer.trainable_variables:
        variable.assign(g.numbers(*variable.shape, low=-1.0, high=1.0))
    with tf.GradientTape() as tape:
        for x in xs:
            tape.watch(x)
        results = layer(xs[0], **options)
        results = list(results) if isinstance(results, (list, tuple)) else [results]
        factors = [g.numbers(*y.shape) for y in results]
        total = tf.add_n([tf.reduce_sum(y * f) for y, f in zip(results, factors)])
    variables = layer.trainable_variables
    gradients = tape.gradient(total, xs + [v.value for v in variables])
    tensors = {f"x{i}": x for i, x in enumerate(inputs)}
    if mask is not None:
        tensors["mask"] = mask
    tensors |= {f"w:{path(v)}": v.numpy() for v in variables}
    tensors |= {f"y{i}": y for i, y in enumerate(results)}
    tensors |= {f"f{i}": f for i, f in enumerate(factors)}
    tensors |= {f"g:x{i}": d for i, d in enumerate(gradients[: len(xs)])}
    tensors |= {f"g:{path(v)}": d for v, d in zip(variables, gradients[len(xs) :])}
    g.case(name, **tensors)


def path(variable):
    """Without the layer's own name."""
    return variable.path.split("/", 1)[1]


if __name__ == "__main__":
    main(sys.argv[1])
