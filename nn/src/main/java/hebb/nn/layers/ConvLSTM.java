package hebb.nn.layers;

/// Long short-term memory of images: the products of [LSTM] are convolutions, over one, two or
/// three spatial axes. Source: Shi and others, NeurIPS 2015.
///
/// @param <S> the class itself
public abstract sealed class ConvLSTM<S extends ConvLSTM<S>> extends GatedRNN<S, ConvLSTMCell>
        permits ConvLSTM1D, ConvLSTM2D, ConvLSTM3D {
    private final int rank;

    ConvLSTM(int rank, int filters, int... kernelSize) {
        super(new ConvLSTMCell(rank, filters, kernelSize).name("conv_lstm_cell"));
        this.rank = rank;
    }

    /// With steps of this length over the input, one number for all spatial axes or one for each.
    /// Default: 1.
    public final S strides(int... strides) {
        return cell(c -> c.strides(strides));
    }

    /// With zeros around the input, or not. Default: [Padding#VALID], not.
    public final S padding(Padding padding) {
        return cell(c -> c.padding(padding));
    }

    /// With the channels at the end of the axes, or behind the time. Default: at the end.
    public final S dataFormat(DataFormat dataFormat) {
        return cell(c -> c.dataFormat(dataFormat));
    }

    /// With this distance between the elements of the input's kernel. Default: 1.
    public final S dilationRate(int... dilationRate) {
        return cell(c -> c.dilationRate(dilationRate));
    }

    /// Whether the forget gate's bias begins at 1. Default: it does.
    public final S unitForgetBias(boolean unitForgetBias) {
        return cell(c -> c.unitForgetBias(unitForgetBias));
    }

    @Override
    final int inputRank() {
        return rank + 3;
    }
}
