package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// In training, drops a random share of the channels, each over all of a sample at once, and
/// divides the others by the share that is left; else changes nothing.
///
/// - input (batch, depth, height, width, channels)
///
/// Default: random numbers from the model's seed. Source: Tompson and others, arXiv 1411.4280.
public final class SpatialDropout3D extends Dropping<SpatialDropout3D> {
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    private SpatialDropout3D(double rate) {
        super(rate);
    }

    /// With this share dropped, from 0 to 1.
    public static SpatialDropout3D of(double rate) {
        return new SpatialDropout3D(rate);
    }

    /// With the channels at the end of the axes, or behind the batch. Default: at the end.
    public SpatialDropout3D dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    @Override
    Tensor disturbed(Scope s, Tensor x) {
        Inputs.requireSpatial(s, x, 3, dataFormat);
        return dropped(s, x, dataFormat.channelsOnly(x.shape()));
    }

    @Override
    public Options options() {
        return rateOptions().and("data_format", DataFormat.class, dataFormat, v -> dataFormat = v);
    }
}
