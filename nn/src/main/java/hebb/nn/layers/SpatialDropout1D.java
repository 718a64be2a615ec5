package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;

/// In training, drops a random share of the channels, each over all of a sample at once, and
/// divides the others by the share that is left; else changes nothing.
///
/// - input (batch, length, channels)
///
/// Default: random numbers from the model's seed. Source: Tompson and others, arXiv 1411.4280.
public final class SpatialDropout1D extends Dropping<SpatialDropout1D> {
    private SpatialDropout1D(double rate) {
        super(rate);
    }

    /// With this share dropped, from 0 to 1.
    public static SpatialDropout1D of(double rate) {
        return new SpatialDropout1D(rate);
    }

    @Override
    Tensor disturbed(Scope s, Tensor x) {
        Inputs.requireSpatial(s, x, 1, DataFormat.CHANNELS_LAST);
        return dropped(s, x, DataFormat.CHANNELS_LAST.channelsOnly(x.shape()));
    }

    @Override
    public Options options() {
        return rateOptions();
    }
}
