package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.nn.constraints.MaxNorm;
import hebb.nn.regularizers.L2;

/// The layer contract of recurrent layers, with what is random in them.
class RecurrentContractTest extends LayerFamily {
    static final LayerRows ROWS = LayerRows.ofContracts();

    static {
        var steps = Shape.of(4, 3);
        ROWS.row("simple_rnn", SimpleRNN.of(2), SimpleRNN.of(1).useBias(false), steps);
        ROWS.row(
                "simple_rnn_dropped",
                SimpleRNN.of(2).dropout(0.3).recurrentDropout(0.4).seed(3).returnSequences(true),
                SimpleRNN.of(2),
                steps);
        ROWS.row(
                "lstm",
                LSTM.of(2)
                        .kernelRegularizer(L2.of())
                        .recurrentConstraint(MaxNorm.of(3))
                        .unitForgetBias(false)
                        .goBackwards(true),
                LSTM.of(1),
                steps);
        ROWS.row(
                "lstm_dropped",
                LSTM.of(2).dropout(0.3).recurrentDropout(0.4).returnSequences(true),
                LSTM.of(1),
                steps);
        ROWS.row("lstm_states", LSTM.of(2), LSTM.of(1), steps, Shape.of(2), Shape.of(2));
        ROWS.row(
                "gru",
                GRU.of(2).dropout(0.5).implementation(1),
                GRU.of(1).implementation(1),
                steps);
        ROWS.row("gru_dropped", GRU.of(2).recurrentDropout(0.4), GRU.of(1), steps);
        ROWS.row("gru_before", GRU.of(2).resetAfter(false).recurrentDropout(0.4), GRU.of(1), steps);
        ROWS.row(
                "lstm_cell", LSTMCell.of(2), LSTMCell.of(1), Shape.of(3), Shape.of(2), Shape.of(2));
        ROWS.row("gru_cell", GRUCell.of(2).dropout(0.5), GRUCell.of(1), Shape.of(3), Shape.of(2));
        ROWS.row(
                "simple_rnn_cell",
                SimpleRNNCell.of(2),
                SimpleRNNCell.of(1),
                Shape.of(3),
                Shape.of(2));
        ROWS.row("rnn", RNN.of(Leaky.of(3)).returnSequences(true), RNN.of(Leaky.of(2)), steps);
        ROWS.row(
                "rnn_stacked",
                RNN.of(StackedRNNCells.of(LSTMCell.of(2), Leaky.of(2), GRUCell.of(3))),
                RNN.of(Leaky.of(2)),
                steps);
        ROWS.row(
                "bidirectional",
                Bidirectional.of(LSTM.of(2).returnSequences(true)).mergeMode(MergeMode.MUL),
                Bidirectional.of(GRU.of(1)),
                steps);
        ROWS.row(
                "time_distributed",
                TimeDistributed.of(Dense.of(2).activation(Activation.TANH)),
                TimeDistributed.of(Dense.of(1)),
                steps);
        ROWS.row(
                "time_distributed_normalized",
                TimeDistributed.of(BatchNormalization.of()),
                TimeDistributed.of(Dense.of(1)),
                steps);
        ROWS.row(
                "conv_lstm1d",
                ConvLSTM1D.of(2, 2).dropout(0.3).recurrentDropout(0.3),
                ConvLSTM1D.of(1, 1),
                Shape.of(3, 4, 2));
        ROWS.row(
                "conv_lstm2d",
                ConvLSTM2D.of(2, 2).padding(Padding.SAME).returnSequences(true),
                ConvLSTM2D.of(1, 1),
                Shape.of(2, 3, 3, 2));
        ROWS.row(
                "conv_lstm3d",
                ConvLSTM3D.of(1, 2).recurrentActivation(Activation.HARD_SIGMOID),
                ConvLSTM3D.of(2, 1),
                Shape.of(2, 2, 3, 2, 1));
        ROWS.row(
                "stacked_cells",
                StackedRNNCells.of(SimpleRNNCell.of(2), GRUCell.of(3)),
                StackedRNNCells.of(SimpleRNNCell.of(1)),
                Shape.of(3),
                Shape.of(2),
                Shape.of(3));
    }

    RecurrentContractTest() {
        super(ROWS);
    }
}
