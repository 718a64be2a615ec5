package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import java.util.stream.IntStream;

/// One number of all that lies along one, two or three spatial axes, channel by channel.
///
/// @param <S> the class itself
public abstract sealed class GlobalPooling<S extends GlobalPooling<S>> extends Layer<S>
        permits GlobalAveragePooling1D,
                GlobalAveragePooling2D,
                GlobalAveragePooling3D,
                GlobalMaxPooling1D,
                GlobalMaxPooling2D,
                GlobalMaxPooling3D {
    private final int rank;
    private boolean keepdims;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    GlobalPooling(int rank) {
        this.rank = rank;
    }

    /// Whether the spatial axes stay, with length 1. Default: they go.
    public final S keepdims(boolean keepdims) {
        return with(l -> ((GlobalPooling<?>) l).keepdims = keepdims);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public final S dataFormat(DataFormat dataFormat) {
        return with(l -> ((GlobalPooling<?>) l).dataFormat = dataFormat);
    }

    @Override
    protected final Tensor call(Scope s, Tensor input) {
        var x = Inputs.spatial(s, input, rank, dataFormat);
        s.mask(input).ifPresent(m -> s.mask(x, m));
        var axes = IntStream.rangeClosed(1, rank).toArray();
        var y = pooled(s, x, axes);
        return keepdims ? dataFormat.restored(y) : y.squeeze(axes);
    }

    /// With the spatial axes kept.
    abstract Tensor pooled(Scope s, Tensor x, int... axes);

    @Override
    public final Options options() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v)
                .and("keepdims", boolean.class, keepdims, v -> keepdims = v);
    }
}
