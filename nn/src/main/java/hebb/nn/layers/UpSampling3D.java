package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;

/// A volume enlarged by whole factors: each element repeated along each axis.
///
/// - input (batch, depth, height, width, channels)
///
/// Default: `size` 2 along all axes.
public final class UpSampling3D extends Layer<UpSampling3D> {
    private int[] size;
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    private UpSampling3D(int... size) {
        this.size = Lengths.of("UpSampling3D", "size", 3, size);
    }

    /// Twice as long along each axis.
    public static UpSampling3D of() {
        return of(2);
    }

    /// With this factor, one number for all axes or one for each.
    public static UpSampling3D of(int... size) {
        return new UpSampling3D(size);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public UpSampling3D dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return Repeating.of(s, x, dataFormat, size);
    }

    @Override
    public Options options() {
        return Options.of("size", int[].class, size, v -> size = v)
                .and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v);
    }
}
