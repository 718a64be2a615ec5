package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A kernel that moves over one, two or three spatial axes.
///
/// @param <S> the class itself
public abstract sealed class Convolutional<S extends Convolutional<S>> extends Weighted<S>
        permits Conv1D, Conv2D, Conv3D {
    private final int rank;
    private int filters;
    private int[] kernelSize;
    private int[] strides;
    private Padding padding = Padding.VALID;
    private int[] dilationRate;
    private int groups = 1;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    Convolutional(int rank, int filters, int... kernelSize) {
        this.rank = rank;
        this.filters = Require.positive(className(), "filters", filters);
        this.kernelSize = Lengths.of(className(), "kernel_size", rank, kernelSize);
        this.strides = Lengths.of(className(), "strides", rank, 1);
        this.dilationRate = strides;
    }

    /// With steps of this length, one number for all spatial axes or one for each. Default: 1.
    public final S strides(int... strides) {
        var checked = Lengths.of(className(), "strides", rank, strides);
        return with(l -> ((Convolutional<?>) l).strides = checked);
    }

    /// With zeros around the input, or not. Default: [Padding#VALID], not.
    public final S padding(Padding padding) {
        if (padding == Padding.CAUSAL && rank > 1) {
            throw HebbException.of(className(), "causal padding is for one axis")
                    .received(padding)
                    .expected("valid or same");
        }
        return with(l -> ((Convolutional<?>) l).padding = padding);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public final S dataFormat(DataFormat dataFormat) {
        return with(l -> ((Convolutional<?>) l).dataFormat = dataFormat);
    }

    /// With this distance between the kernel's elements, one number for all spatial axes or one for
    /// each. Default: 1.
    public final S dilationRate(int... dilationRate) {
        var checked = Lengths.of(className(), "dilation_rate", rank, dilationRate);
        return with(l -> ((Convolutional<?>) l).dilationRate = checked);
    }

    /// With channels and filters in this many groups, each of which sees its own channels only.
    /// Default: 1.
    public final S groups(int groups) {
        int count = Require.positive(className(), "groups", groups);
        if (filters % count != 0) {
            throw HebbException.of(className(), "the filters do not divide into the groups")
                    .received(filters + " filters in " + groups + " groups")
                    .expected("a multiple of " + groups + " filters");
        }
        return with(l -> ((Convolutional<?>) l).groups = count);
    }

    @Override
    protected final Tensor call(Scope s, Tensor input) {
        var x = Inputs.spatial(s, input, rank, dataFormat);
        int channels = x.dim(-1);
        if (channels % groups != 0) {
            throw s.wrong("the input's channels do not divide into the groups")
                    .received(x.shape() + " in " + groups + " groups")
                    .expected("a multiple of " + groups + " channels");
        }
        var dims =
                IntStream.concat(
                        Arrays.stream(kernelSize), IntStream.of(channels / groups, filters));
        var kernel = kernel(s, dims.toArray());
        var window = padding.window(kernelSize, strides, dilationRate, x.shape());
        var sum = biased(s, x.conv(kernel, window, groups));
        return activated(s, dataFormat.restored(sum));
    }

    @Override
    public final Options options() {
        return Options.of("filters", int.class, filters, v -> filters = v)
                .and("kernel_size", int[].class, kernelSize, v -> kernelSize = v)
                .and("strides", int[].class, strides, v -> strides = v)
                .and("padding", Padding.class, padding, v -> padding = v)
                .and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("dilation_rate", int[].class, dilationRate, v -> dilationRate = v)
                .and("groups", int.class, groups, v -> groups = v)
                .and(super.options());
    }
}
