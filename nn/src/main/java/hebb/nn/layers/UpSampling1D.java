package hebb.nn.layers;

import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.check.Require;

/// Each time step `size` times.
///
/// - input (batch, length, channels), result (batch, size · length, channels)
public final class UpSampling1D extends Layer<UpSampling1D> {
    private int size;

    private UpSampling1D(int size) {
        this.size = Require.positive("UpSampling1D", "size", size);
    }

    /// Twice.
    public static UpSampling1D of() {
        return of(2);
    }

    /// That many times.
    public static UpSampling1D of(int size) {
        return new UpSampling1D(size);
    }

    @Override
    protected Tensor call(Scope s, Tensor x) {
        return Repeating.of(s, x, DataFormat.CHANNELS_LAST, size);
    }

    @Override
    public Options options() {
        return Options.of("size", int.class, size, v -> size = v);
    }
}
