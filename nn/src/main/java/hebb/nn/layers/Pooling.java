package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.shape.Window;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.Arrays;

/// A window that moves over one, two or three spatial axes and makes one number of what it sees,
/// channel by channel.
///
/// @param <S> the class itself
public abstract sealed class Pooling<S extends Pooling<S>> extends Layer<S>
        permits AveragePooling1D,
                AveragePooling2D,
                AveragePooling3D,
                MaxPooling1D,
                MaxPooling2D,
                MaxPooling3D {
    private final int rank;
    private int[] poolSize;
    private int[] strides;
    private Padding padding = Padding.VALID;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    Pooling(int rank, int... poolSize) {
        this.rank = rank;
        this.poolSize = Lengths.of(className(), "pool_size", rank, poolSize);
        this.strides = this.poolSize;
    }

    /// With steps of this length, one number for all spatial axes or one for each. Default: the
    /// size of the window.
    public final S strides(int... strides) {
        var checked = Lengths.of(className(), "strides", rank, strides);
        return with(l -> ((Pooling<?>) l).strides = checked);
    }

    /// With windows that reach over the edge, or not; what lies beyond it does not count. Default:
    /// [Padding#VALID], not.
    public final S padding(Padding padding) {
        if (padding == Padding.CAUSAL) {
            throw HebbException.of(className(), "causal padding is for convolutions")
                    .received(padding)
                    .expected("valid or same");
        }
        return with(l -> ((Pooling<?>) l).padding = padding);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public final S dataFormat(DataFormat dataFormat) {
        return with(l -> ((Pooling<?>) l).dataFormat = dataFormat);
    }

    @Override
    protected final Tensor call(Scope s, Tensor input) {
        var x = Inputs.spatial(s, input, rank, dataFormat);
        var dilation = new int[rank];
        Arrays.fill(dilation, 1);
        var window = padding.window(poolSize, strides, dilation, x.shape());
        return dataFormat.restored(pooled(x, window));
    }

    abstract Tensor pooled(Tensor x, Window window);

    @Override
    public final Options options() {
        return Options.of("pool_size", int[].class, poolSize, v -> poolSize = v)
                .and("padding", Padding.class, padding, v -> padding = v)
                .and("strides", int[].class, strides, v -> strides = v)
                .and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v);
    }
}
