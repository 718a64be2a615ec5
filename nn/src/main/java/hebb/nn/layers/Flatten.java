package hebb.nn.layers;

import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.nn.Layer;
import hebb.nn.Options;
import hebb.nn.Scope;

/// All numbers of a sample along one axis: (batch, a, b, …) becomes (batch, a · b · …).
public final class Flatten extends Layer<Flatten> {
    private DataFormat dataFormat = DataFormat.CHANNELS_LAST;

    private Flatten() {}

    /// All axes but the batch become one.
    public static Flatten of() {
        return new Flatten();
    }

    /// With the channels at the end of the axes, or behind the batch; they are taken last in both.
    /// Default: at the end.
    public Flatten dataFormat(DataFormat dataFormat) {
        return with(l -> l.dataFormat = dataFormat);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        if (input.rank() < 1) {
            throw s.wrong("the input has no batch axis").received(input.shape());
        }
        var x = dataFormat.channelsLast(input);
        var sample = x.shape().slice(1, x.rank());
        int size = sample.isKnown() ? sample.size() : Shape.UNKNOWN;
        return x.reshape(x.dim(0), size);
    }

    @Override
    public Options options() {
        return Options.of("data_format", DataFormat.class, dataFormat, v -> dataFormat = v);
    }
}
