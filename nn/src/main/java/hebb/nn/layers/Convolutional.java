package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// A kernel that moves over one, two or three spatial axes.
///
/// @param <S> the class itself
public abstract sealed class Convolutional<S extends Convolutional<S>> extends Weighted<S>
        permits Conv1D, Conv2D, Conv3D {
    private int filters;
    private Sliding sliding;
    private int groups = 1;

    Convolutional(int rank, int filters, int... kernelSize) {
        this.filters = Require.positive(className(), "filters", filters);
        this.sliding = Sliding.of(className(), rank, kernelSize);
    }

    /// With steps of this length, one number for all spatial axes or one for each. Default: 1.
    public final S strides(int... strides) {
        var changed = sliding.strides(strides);
        return with(l -> ((Convolutional<?>) l).sliding = changed);
    }

    /// With zeros around the input, or not. Default: [Padding#VALID], not.
    public final S padding(Padding padding) {
        var changed = sliding.padding(padding, sliding.rank() == 1);
        return with(l -> ((Convolutional<?>) l).sliding = changed);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public final S dataFormat(DataFormat dataFormat) {
        var changed = sliding.format(dataFormat);
        return with(l -> ((Convolutional<?>) l).sliding = changed);
    }

    /// With this distance between the kernel's elements, one number for all spatial axes or one for
    /// each. Default: 1.
    public final S dilationRate(int... dilationRate) {
        var changed = sliding.dilation(dilationRate);
        return with(l -> ((Convolutional<?>) l).sliding = changed);
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
        var x = sliding.input(s, input);
        int channels = x.dim(-1);
        if (channels % groups != 0) {
            throw s.wrong("the input's channels do not divide into the groups")
                    .received(x.shape() + " in " + groups + " groups")
                    .expected("a multiple of " + groups + " channels");
        }
        var kernel = kernel(s, sliding.kernel(channels / groups, filters));
        var sum = biased(s, x.conv(kernel, sliding.window(x.shape()), groups));
        return activated(sliding.restored(sum));
    }

    @Override
    public final Options options() {
        return Options.of("filters", int.class, filters, v -> filters = v)
                .and(sliding.options(change -> sliding = change.apply(sliding)))
                .and("groups", int.class, groups, v -> groups = v)
                .and(super.options());
    }
}
