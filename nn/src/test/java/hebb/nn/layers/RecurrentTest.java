package hebb.nn.layers;

import static hebb.nn.Golden.assertClose;

import hebb.core.shape.DType;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.core.tensor.Variable;
import hebb.nn.Golden;
import hebb.nn.Layer;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Recurrent layers and wrappers against Keras's numbers: results, and gradients with respect to
/// inputs, states and weights.
class RecurrentTest {
    private static final Golden KERAS = Golden.of("recurrent");
    private static final Map<String, Layer<?>> ROWS = new LinkedHashMap<>();

    static {
        simple();
        lstm();
        gru();
        cells();
        bidirectional();
        images();
    }

    private static <S extends Recurrent<S>> S everything(S layer) {
        return layer.returnSequences(true).returnState(true);
    }

    private static void simple() {
        var layer = SimpleRNN.of(2);
        ROWS.put("simple_rnn", layer);
        ROWS.put("simple_rnn_relu", everything(layer.activation(Activation.RELU).useBias(false)));
        ROWS.put("simple_rnn_masked", layer.returnSequences(true));
        ROWS.put("simple_rnn_state", everything(layer));
    }

    private static void lstm() {
        var layer = LSTM.of(2);
        var all = everything(layer);
        ROWS.put("lstm", layer);
        ROWS.put(
                "lstm_all",
                all.recurrentActivation(Activation.HARD_SIGMOID).activation(Activation.SOFTSIGN));
        ROWS.put("lstm_backwards", all.goBackwards(true).unroll(true));
        ROWS.put("lstm_masked", all);
        ROWS.put("lstm_masked_backwards", all.goBackwards(true));
        ROWS.put("lstm_masked_last", layer.zeroOutputForMask(true));
        ROWS.put("lstm_masked_zeros", all.zeroOutputForMask(true));
        ROWS.put("lstm_state", all.useBias(false));
        ROWS.put("lstm_state_masked", all);
    }

    private static void gru() {
        var layer = GRU.of(2);
        ROWS.put("gru", layer);
        ROWS.put("gru_all", everything(layer).goBackwards(true));
        ROWS.put("gru_before", everything(layer).resetAfter(false));
        ROWS.put("gru_no_bias", layer.useBias(false).returnSequences(true));
        ROWS.put("gru_state", everything(layer));
    }

    private static void cells() {
        ROWS.put("rnn_cell", everything(RNN.of(LSTMCell.of(2).name("own"))));
        var two = StackedRNNCells.of(LSTMCell.of(3).name("a"), GRUCell.of(2).name("b"));
        ROWS.put("rnn_stacked", RNN.of(two.name("s")).returnSequences(true));
        var plain =
                StackedRNNCells.of(SimpleRNNCell.of(3).name("a"), SimpleRNNCell.of(2).name("b"));
        ROWS.put("rnn_stacked_last", RNN.of(plain.name("s")));
    }

    private static void bidirectional() {
        var layer = LSTM.of(2).name("r").returnSequences(true);
        for (var mode : MergeMode.values()) {
            ROWS.put("bidirectional_" + mode, Bidirectional.of(layer).mergeMode(mode));
        }
        ROWS.put("bidirectional_none", Bidirectional.of(layer).separate());
        ROWS.put("bidirectional_last", Bidirectional.of(GRU.of(2).name("r")));
        ROWS.put(
                "bidirectional_state",
                Bidirectional.of(layer.returnState(true)).mergeMode(MergeMode.SUM));
        ROWS.put(
                "bidirectional_two",
                Bidirectional.of(
                                SimpleRNN.of(2).name("r").returnState(true),
                                GRU.of(3).name("other").goBackwards(true).returnState(true))
                        .separate());
    }

    private static void images() {
        ROWS.put("time_distributed", TimeDistributed.of(Dense.of(2).name("d")));
        ROWS.put("time_distributed_conv", TimeDistributed.of(Conv2D.of(2, 3).name("d")));
        ROWS.put("conv_lstm1d", ConvLSTM1D.of(2, 2));
        ROWS.put("conv_lstm2d", ConvLSTM2D.of(2, 2));
        ROWS.put("conv_lstm3d", ConvLSTM3D.of(2, 2));
        ROWS.put(
                "conv_lstm2d_same",
                everything(
                        ConvLSTM2D.of(3, 2, 3)
                                .padding(Padding.SAME)
                                .strides(2)
                                .recurrentActivation(Activation.HARD_SIGMOID)));
        ROWS.put(
                "conv_lstm1d_first",
                everything(
                        ConvLSTM1D.of(3, 3)
                                .dataFormat(DataFormat.CHANNELS_FIRST)
                                .padding(Padding.SAME)
                                .useBias(false)));
        ROWS.put(
                "conv_lstm2d_dilated",
                ConvLSTM2D.of(2, 2).dilationRate(2).goBackwards(true).returnSequences(true));
    }

    static Stream<String> rows() {
        return ROWS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isWhatKerasComputes(String name) {
        var layer = Objects.requireNonNull(ROWS.get(name)).name("l");
        var tensors = KERAS.tensors(name);
        var inputs = numbered(tensors, "x");
        var factors = numbered(tensors, "f");
        var weights = Weights.of(0);
        var _ = called(layer, weights, inputs, tensors); // makes the weights
        var variables = new ArrayList<Variable>();
        for (var weight : weights) {
            weight.assign(KERAS.tensor(name, "w:" + path(weight)));
            variables.add(weight.variable());
        }
        var traced =
                Traced.ofAll(xs -> {
                    var ys = called(layer, weights, xs, tensors);
                    var total = Tensor.scalar(0, DType.FLOAT32);
                    for (int i = 0; i < ys.size(); i++) {
                        total = total.add(ys.get(i).mul(factors.get(i)).sum());
                    }
                    var all = new ArrayList<>(ys);
                    for (var x : xs) {
                        all.add(total.gradient(x));
                    }
                    all.addAll(total.gradients(variables));
                    return all;
                });

        var made = traced.runAll(inputs);

        var expected = new ArrayList<>(numbered(tensors, "y"));
        expected.addAll(numbered(tensors, "g:x"));
        weights.forEach(w -> expected.add(KERAS.tensor(name, "g:" + path(w))));
        for (int i = 0; i < expected.size(); i++) {
            assertClose(made.get(i), expected.get(i), 1e-5);
        }
    }

    private static String path(Weight weight) {
        return weight.path().substring("l/".length());
    }

    private static List<Tensor> numbered(Map<String, Tensor> tensors, String stem) {
        var found = new ArrayList<Tensor>();
        while (tensors.containsKey(stem + found.size())) {
            found.add(Objects.requireNonNull(tensors.get(stem + found.size())));
        }
        return found;
    }

    private static List<Tensor> called(
            Layer<?> layer, Weights weights, List<Tensor> xs, Map<String, Tensor> tensors) {
        var scope = Scope.of(weights, Pass.inference());
        var mask = tensors.get("mask");
        if (mask == null) {
            return scope.callAll(layer, xs);
        }
        var all = new ArrayList<>(xs);
        all.add(mask.cast(DType.BOOL));
        return scope.callAll(layer, Map.of("mask", true), all);
    }
}
