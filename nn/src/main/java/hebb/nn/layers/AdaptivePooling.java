package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;

/// As many windows along one, two or three spatial axes as are asked for, whatever the input's
/// lengths: window i of n goes from ⌊i · length / n⌋ to before ⌈(i + 1) · length / n⌉. One number
/// of each, channel by channel.
///
/// @param <S> the class itself
public abstract sealed class AdaptivePooling<S extends AdaptivePooling<S>> extends Layer<S>
        permits AdaptiveAveragePooling1D,
                AdaptiveAveragePooling2D,
                AdaptiveAveragePooling3D,
                AdaptiveMaxPooling1D,
                AdaptiveMaxPooling2D,
                AdaptiveMaxPooling3D {
    private final int rank;
    private int[] outputSize;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    AdaptivePooling(int rank, int... outputSize) {
        this.rank = rank;
        this.outputSize = Lengths.of(className(), "output_size", rank, outputSize);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public final S dataFormat(DataFormat dataFormat) {
        return with(l -> ((AdaptivePooling<?>) l).dataFormat = dataFormat);
    }

    @Override
    protected final Tensor call(Scope s, Tensor input) {
        var y = Inputs.spatial(s, input, rank, dataFormat);
        for (int i = 0; i < rank; i++) {
            y = pooled(s, y, i + 1, outputSize[i]);
        }
        return dataFormat.restored(y);
    }

    private Tensor pooled(Scope s, Tensor x, int axis, int count) {
        int length = x.dim(axis);
        if (length < 0) {
            throw s.wrong("the length of axis " + axis + " is not known")
                    .received(x.shape())
                    .expected("an input whose spatial axes are known")
                    .fix("give Input.of(…) the length of that axis");
        }
        if (length % count == 0) {
            var dims = x.shape().slice(0, axis).append(count, length / count);
            var behind = x.shape().slice(axis + 1, x.rank()).dims();
            return one(x.reshape(dims.append(behind)), axis + 1).squeeze(axis + 1);
        }
        var windows = new Tensor[count];
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * length / count);
            int to = (int) Math.ceilDiv((i + 1L) * length, count);
            windows[i] = one(x.slice(axis, from, to), axis);
        }
        return Tensor.concat(axis, windows);
    }

    /// One number of all along an axis, which stays with length 1.
    abstract Tensor one(Tensor window, int axis);

    @Override
    public final Options options() {
        return Options.of("output_size", int[].class, outputSize, v -> outputSize = v)
                .and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v);
    }
}
