package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.shape.Spec;
import hebb.core.tensor.Scanned;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One step of [ConvLSTM], which makes it: an [LSTMCell] whose products are convolutions.
public final class ConvLSTMCell extends GatedCell<ConvLSTMCell> {
    private static final int GATES = 4;

    private final int rank;
    private int filters;
    private int[] kernelSize;
    private int[] strides;
    private Padding padding = Padding.VALID;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;
    private int[] dilationRate;
    private boolean unitForgetBias = true;

    ConvLSTMCell(int rank, int filters, int... kernelSize) {
        this.rank = rank;
        this.filters = Require.positive("ConvLSTM" + rank + "D", "filters", filters);
        this.kernelSize = lengths("kernel_size", kernelSize);
        this.strides = lengths("strides", 1);
        this.dilationRate = strides;
    }

    private int[] lengths(String option, int... values) {
        return Lengths.of("ConvLSTM" + rank + "D", option, rank, values);
    }

    ConvLSTMCell strides(int... strides) {
        var checked = lengths("strides", strides);
        return with(l -> l.strides = checked);
    }

    ConvLSTMCell padding(Padding padding) {
        if (padding == Padding.CAUSAL) {
            throw HebbException.of("ConvLSTM" + rank + "D", "the padding cannot be causal")
                    .received(padding)
                    .expected("valid or same");
        }
        return with(l -> l.padding = padding);
    }

    ConvLSTMCell dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    ConvLSTMCell dilationRate(int... dilationRate) {
        var checked = lengths("dilation_rate", dilationRate);
        return with(l -> l.dilationRate = checked);
    }

    ConvLSTMCell unitForgetBias(boolean unitForgetBias) {
        return with(l -> l.unitForgetBias = unitForgetBias);
    }

    @Override
    public int[] stateSize() {
        return new int[] {filters, filters};
    }

    @Override
    Initializer firstBias(Initializer chosen) {
        return unitForgetBias ? new ForgetBias(chosen) : chosen;
    }

    @Override
    boolean masksEachGate() {
        return true;
    }

    @Override
    int sampleRank() {
        return rank + 1;
    }

    /// `x`, or the input at all times, with the channels at the end.
    @Override
    Tensor project(Scope s, Tensor x) {
        int channels = x.dim(dataFormat == DataFormat.CHANNELS_LAST ? -1 : -1 - rank);
        var kernel = kernel(s, kernelShape(channels));
        var _ = recurrentKernel(s);
        var bias = bias(s, Shape.of(GATES * filters));
        return gates(s, x, kernel, bias, GATES, this::convolved);
    }

    private Shape kernelShape(int channels) {
        return Shape.of(kernelSize).append(channels, GATES * filters);
    }

    private Tensor recurrentKernel(Scope s) {
        return recurrentKernel(s, kernelShape(filters));
    }

    /// A convolution of the images of all times.
    private Tensor convolved(Tensor x, Tensor kernel, Optional<Tensor> bias) {
        var images =
                dataFormat.channelsLast(
                        x.reshape(
                                x.shape()
                                        .slice(x.rank() - rank - 1, x.rank())
                                        .prepend(Shape.UNKNOWN)));
        var window = padding.window(kernelSize, strides, dilationRate, images.shape());
        var y = biased(images.conv(kernel, window, 1), bias);
        var before = x.shape().slice(0, x.rank() - rank - 1);
        return y.reshape(before.append(y.shape().drop(0).dims()));
    }

    @Override
    protected List<Tensor> initialStates(Scope s, Shape projected) {
        var shape = projected.with(-1, filters);
        if (!shape.drop(0).isKnown()) {
            throw s.wrong("the images' size is not known")
                    .received(shape)
                    .expected("images of one size");
        }
        var zeros =
                dataFormat == DataFormat.CHANNELS_LAST
                        ? shape
                        : shape.drop(-1)
                                .slice(0, 1)
                                .append(filters)
                                .append(shape.slice(1, -1).dims());
        var state = Tensor.full(0, new Spec(zeros, s.dtype()));
        return List.of(state, state);
    }

    @Override
    protected Scanned step(Scope s, Tensor projected, List<Tensor> states) {
        var ones = IntStream.range(0, rank).map(_ -> 1).toArray();
        var h = dataFormat.channelsLast(states.get(0));
        var c = dataFormat.channelsLast(states.get(1));
        var window = Padding.SAME.window(kernelSize, ones, ones, h.shape());
        var z =
                projected.add(
                        stateGates(
                                s, h, recurrentKernel(s), GATES, (x, k) -> x.conv(k, window, 1)));
        var next = remembered(z, c).states().stream().map(dataFormat::restored).toList();
        return new Scanned(List.of(next.getFirst()), next);
    }

    @Override
    Options size() {
        return Options.of("filters", int.class, filters, v -> filters = v)
                .and("kernel_size", int[].class, kernelSize, v -> kernelSize = v)
                .and("strides", int[].class, strides, v -> strides = v)
                .and("padding", Padding.class, padding, v -> padding = v)
                .and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("dilation_rate", int[].class, dilationRate, v -> dilationRate = v);
    }

    @Override
    public Options options() {
        return super.options()
                .and("unit_forget_bias", boolean.class, unitForgetBias, v -> unitForgetBias = v);
    }
}
